"""Who is asking: the owner of this computer, a teacher who came in, or a guest with a browser elsewhere."""
