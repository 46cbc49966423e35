"""Tests of the live class on plain routes: the hub, the way in, foul play, and what is told whom."""
