"""Recovery: what a failure costs depends on who complains and how soon it is put right."""
