"""Word of mouth: the unhappy few talk more than the happy many."""
