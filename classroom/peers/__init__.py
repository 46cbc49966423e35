"""Peer review of group work: within the group, between groups, and by the teacher."""
