"""How fast the lab is: beside a bare page of the same platform, on the same machine, in the same minutes."""
