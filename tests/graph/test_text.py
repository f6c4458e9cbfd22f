"""The normaliser: what is spelt alike has one key, what is not has two."""

from graph.text import name_key, words


def test_spellings_of_one_name_have_one_key() -> None:
    assert name_key("Hexham & Rowe Co. Ltd") == name_key("HEXHAM AND ROWE  COMPANY LIMITED")
    assert name_key("St. John’s Trust") == name_key("St John's trust")


def test_names_in_other_scripts_keep_a_key_of_their_own() -> None:
    keys = {name_key(name) for name in ("Северный ветер", "Μελτέμι", "北風", "Sørvind", "S rvind")}
    assert len(keys) == 5
    assert "" not in keys


def test_accents_and_case_do_not_matter() -> None:
    assert words("Café-Hosting_24/7") == words("CAFE hosting 24 7")
