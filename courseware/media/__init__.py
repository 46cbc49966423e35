"""What a text says of pictures, sounds and videos: how it names them, and which kinds of file there are."""
