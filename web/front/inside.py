"""The few things that the web front has to know of Streamlit's inside, in one place."""

from streamlit.runtime import Runtime, exists, get_instance
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager


def runtime() -> Runtime | None:
    """Streamlit's runtime, once there is one."""
    return get_instance() if exists() else None


def knows_session(name: str) -> bool:
    """Whether a session of this name is here, connected or waiting for its browser to come back."""
    running = runtime()
    # Private: what is public tells of connected sessions only, and whoever comes back is not connected.
    return running is not None and running._session_mgr.get_session_info(name) is not None


def bytes_held(session: str) -> tuple[int, int]:
    """The bytes of uploaded files that are held for this session, and for all."""
    running = runtime()
    files = running.uploaded_file_mgr if running else None
    if not isinstance(files, MemoryUploadedFileManager):
        return 0, 0
    sizes = {
        name: sum(len(file.data) for file in list(held.values()))
        for name, held in list(files.file_storage.items())
    }
    return sizes.get(session, 0), sum(sizes.values())
