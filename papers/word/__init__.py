"""Word documents: fonts, lists and tables as Word has them, and the teaching plan made of these."""

from papers.word.plan import plan_document

__all__ = ["plan_document"]
