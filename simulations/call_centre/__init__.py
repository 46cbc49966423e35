"""The collaborative system: a call centre, where customers wait in one line for any free agent."""
