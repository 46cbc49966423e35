"""The lesson on the projector: slides that stay alive, one idea a screen."""
