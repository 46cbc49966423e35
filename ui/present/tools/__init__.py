"""What can lie over a slide: one module a tool, found by its name; the timer is the browser's own."""
