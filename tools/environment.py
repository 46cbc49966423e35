"""The lab's own Python environment: `.venv`, made once from the lock file and reused after that."""

import argparse
import hashlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Mapping, MutableMapping, Sequence
from pathlib import Path
from typing import Final, NoReturn

LAB: Final = Path(__file__).resolve().parent.parent
ROOT: Final = LAB
VENV: Final = ROOT / ".venv"
PYTHON: Final = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOG: Final = VENV / "setup.log"
NEWEST_KNOWN: Final = (3, 14)
TASKS: Final = {
    "run": ["ui"],
    "test": ["pytest", "-n", "auto", "--dist", "loadgroup", "--no-loadscope-reorder"],
}
"""What is started; groups of tests run side by side, the longest first, see tests/conftest.py."""
ENOUGH: Final = {"run": ("run", "dev"), "dev": ("dev",), "postgres": ("postgres", "dev")}
"""Which lock files each kind of environment may have been made from; the large `dev` serves for all."""
IS_FIT: Final = "import pip, sys; sys.exit(sys.version_info < (3, 11))"


def say(en: str, zh: str) -> None:
    """One sentence for the person at the terminal, in their language."""
    if str(LAB) not in sys.path:
        sys.path.append(str(LAB))
    from courseware.language import negotiate, terminal_locale  # it needs nothing but Python itself

    said = {"en": en, "zh": zh}[negotiate(accepted=terminal_locale(os.environ))]
    sys.stderr.buffer.write(f"{said}\n".encode())
    sys.stderr.flush()


def stop(en: str, zh: str) -> NoReturn:
    """Say why the lab cannot start, and end."""
    say(en, zh)
    raise SystemExit(1)


def prepare(kind: str) -> None:
    """Make `.venv` hold what the lock file of this kind names; quick if it does already."""
    if is_ready(kind):
        return
    try:
        make_venv()
        install(kind)
        stamp(kind).write_text(digest(kind), encoding="utf-8")
    except OSError as error:
        stop(
            f"{ROOT} cannot be written to ({error.strerror}): put the lab in a folder of your own.",
            f"无法写入文件夹 {ROOT}（{error.strerror}）：请把实验室放到自己有写入权限的文件夹里。",
        )


def is_ready(kind: str) -> bool:
    """Whether `.venv` was made from this very lock file, or from one that holds all of it."""
    if not PYTHON.exists():
        return False
    return any(stamp(one).is_file() and stamp(one).read_text("utf-8") == digest(one) for one in ENOUGH[kind])


def kinds(task: str, environ: Mapping[str, str]) -> list[str]:
    """What a task needs: the driver of PostgreSQL too if the record is to be there."""
    if task != "run":
        return ["dev"]
    is_on_server = environ.get("LAB_DATABASE_URL", "").strip().startswith("postgres")
    return ["run", "postgres"] if is_on_server else ["run"]


def make_venv() -> None:
    """Create `.venv` unless it holds a working Python, new enough and with pip."""
    if PYTHON.exists() and _called([PYTHON, "-c", IS_FIT]).returncode == 0:
        return
    if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        stop(
            f"This Python has no venv module: install it (on Debian: apt install {package}), then try again.",
            f"这个 Python 缺少 venv 模块：请先安装（Debian 上执行 apt install {package}），然后再试。",
        )
    VENV.mkdir(exist_ok=True)
    made = _called([sys.executable, "-m", "venv", "--clear", VENV])
    if made.returncode:
        reason = made.stdout.strip().splitlines()[-1]
        stop(f"{VENV} could not be made: {reason}", f"无法建立 {VENV}：{reason}")


def install(kind: str) -> None:
    """Install the locked packages, each checked against its hash; ready-made wheels only."""
    say(
        "Preparing .venv with the lab's packages: only once, and it takes a minute or two.",
        "正在准备 .venv 和实验室所需的软件包：只需一次，大约一两分钟。",
    )
    command: list[str | Path] = [PYTHON, "-m", "pip", "install", "--require-hashes", "--no-deps"]
    command += ["--only-binary", ":all:", "--progress-bar", "off"]
    command += ["--disable-pip-version-check", "--no-input", "-r", lock(kind)]
    done = _called(command)
    LOG.write_text(done.stdout, encoding="utf-8")
    if done.returncode:
        refuse(done.stdout.strip().splitlines())


def refuse(said: Sequence[str]) -> NoReturn:
    """Tell why pip could not install the packages, in its own most telling line."""
    reason = next((line for line in said if line.startswith("ERROR")), said[-1] if said else "?")
    too_new = sys.version_info[:2] > NEWEST_KNOWN
    en = " This Python is newer than the lab knows: 3.11 to 3.14 will do." if too_new else ""
    zh = "这个 Python 比实验室所知的版本更新，请改用 3.11 至 3.14。" if too_new else ""
    stop(
        f"The packages could not be installed: {reason}{en} All that pip said is in {LOG}.",
        f"软件包未能安装：{reason}。{zh}pip 的完整输出见 {LOG}。",
    )


def _called(command: Sequence[str | Path]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        check=False,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )


def lock(kind: str) -> Path:
    """The lock file of a kind of environment."""
    return ROOT / "requirements" / f"{kind}.txt"


def stamp(kind: str) -> Path:
    """Where it is written from which lock file `.venv` was made."""
    return VENV / f".made-from-{kind}"


def digest(kind: str) -> str:
    """What tells one state of a lock file from another."""
    return hashlib.sha256(lock(kind).read_bytes()).hexdigest()


def keep_compiled(environ: MutableMapping[str, str]) -> None:
    """Tests start a hundred programs; each would compile anew what Python is told to keep nowhere."""
    environ.pop("PYTHONDONTWRITEBYTECODE", None)


def start(arguments: Sequence[str]) -> int:
    """Become `.venv`'s Python with these arguments, in the lab's folder."""
    os.chdir(ROOT)
    command = [str(PYTHON), *arguments]
    if os.name != "nt":
        os.execv(command[0], command)
    return subprocess.call(command)


def main(arguments: Sequence[str]) -> int:
    """`run` the lab, `test` it, or only `prepare` the environment for working on it."""
    parser = argparse.ArgumentParser(prog="bootstrap.py", description=main.__doc__)
    parser.add_argument("task", choices=["run", "test", "prepare"])
    chosen, rest = parser.parse_known_args(arguments)
    try:
        for kind in kinds(chosen.task, os.environ):
            prepare(kind)
        if chosen.task == "prepare":
            return 0
        if chosen.task == "test":
            keep_compiled(os.environ)
        return start(["-m", *TASKS[chosen.task], *rest])
    except KeyboardInterrupt:
        return 130
