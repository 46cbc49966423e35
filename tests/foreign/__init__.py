"""Other people's programs read what the lab writes: a folder with a package.json for each that npm brings."""
