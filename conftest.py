"""What every test of the lab stands on, in whichever folder it lies: how much chance it draws, and which."""

pytest_plugins = ["tests.profiles"]
