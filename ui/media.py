"""What a text shows, as a page shows it: pictures, and links that become players of sounds and videos."""

from course.media import Reference, media_store, references_in, replace_references


def with_media(markdown: str) -> str:
    """The text with the addresses at which the lab serves what it shows.

    Streamlit's Markdown knows no players: `page/players.js` puts one in the place of each link to a sound
    or video. What is missing or cannot be shown is told in its own words.
    """
    return replace_references(markdown, _shown)


def without_media(markdown: str) -> str:
    """The text with words alone, for places that show nothing else."""
    return replace_references(markdown, lambda one: one.alt)


def pictures_in(markdown: str) -> tuple[str, ...]:
    """The addresses of the pictures that a text shows, for a place that writes its words by itself."""
    files = [media_store().find(one.name) for one in references_in(markdown) if one.name is not None]
    return tuple(file.address for file in files if file is not None and file.kind == "picture")


def _shown(one: Reference) -> str:
    file = media_store().find(one.name) if one.name is not None else None
    if file is None:
        return one.alt
    mark = "!" if file.kind == "picture" else ""
    return f"{mark}[{one.alt or file.name}]({file.address})"
