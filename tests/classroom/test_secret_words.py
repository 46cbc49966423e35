"""Of a PIN only what cannot be turned back is kept."""

from classroom.secret_words import hash_secret, is_secret


def test_a_secret_fits_its_hash_and_no_other_does() -> None:
    kept = hash_secret("2718")

    assert is_secret("2718", kept)
    assert not is_secret("2719", kept)
    assert not is_secret("", kept)


def test_two_students_with_one_pin_have_different_hashes_which_do_not_show_it() -> None:
    one, other = hash_secret("2718"), hash_secret("2718")

    assert one != other
    assert one.startswith("$argon2id$")
