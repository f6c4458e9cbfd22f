"""Settings: what is unset, what is refused, and that no message holds a secret."""

from pathlib import Path

import pytest

from graph.errors import BadInput
from hub.gateway.settings import LIMITS, Settings

PRODUCTION = {
    "HUB_PROFILE": "production",
    "HUB_HOME": "/var/lib/hub",
    "HUB_HOST": "0.0.0.0",
    "HUB_PUBLIC_URL": "https://hub.example",
    "HUB_GRAPH_URI": "neo4j+s://graph.example",
    "HUB_GRAPH_PASSWORD": "letter-by-letter",
    "HUB_CACHE_URL": "rediss://:key-one@cache.example:6380/0",
    "HUB_SESSION_URL": "redis+sentinel://:key-two@a.example:26379,b.example:26379/hub/1",
}


def test_an_empty_environment_gives_a_development_hub_on_loopback() -> None:
    settings = Settings.from_env({})
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert settings.public_url == "http://127.0.0.1:8000"
    assert settings.profile == "development"
    assert settings.graph_uri is None
    assert settings.home.name == ".hub"


def test_production_lists_all_that_is_missing_at_once() -> None:
    with pytest.raises(BadInput) as refused:
        Settings.from_env({"HUB_PROFILE": "production"})
    for name in PRODUCTION.keys() - {"HUB_PROFILE"}:
        assert name in refused.value.message


@pytest.mark.parametrize("name", sorted(PRODUCTION.keys() - {"HUB_PROFILE"}))
def test_production_needs_each_of_them(name: str) -> None:
    with pytest.raises(BadInput, match=f"production needs {name}"):
        Settings.from_env({k: v for k, v in PRODUCTION.items() if k != name})


def test_production_starts_when_nothing_is_missing() -> None:
    settings = Settings.from_env(PRODUCTION)
    assert settings.profile == "production"
    assert settings.public_url == "https://hub.example"


def test_a_representation_of_the_settings_holds_no_secret() -> None:
    shown = repr(Settings.from_env(PRODUCTION))
    assert not [s for s in ("letter-by-letter", "key-one", "key-two") if s in shown]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HUB_PORT", "http"),
        ("HUB_PORT", "70000"),
        ("HUB_PORT", "²"),
        ("HUB_PROFILE", "staging"),
        ("HUB_GRAPH_URI", "http://graph:7474"),
        ("HUB_GRAPH_URI", "bolt://"),
        ("HUB_GRAPH_URI", "bolt://graph:seven"),
        ("HUB_GRAPH_HEAP", "lots"),
        ("HUB_CACHE_URL", "memcached://cache"),
        ("HUB_SESSION_URL", "redis://[::1"),
        ("HUB_PUBLIC_URL", "hub.example"),
        ("HUB_LIMIT_DEPTH", "0"),
        ("HUB_LIMIT_BODY", "1e6"),
    ],
)
def test_a_wrong_value_is_one_line_that_names_the_variable(name: str, value: str) -> None:
    with pytest.raises(BadInput) as refused:
        Settings.from_env({name: value})
    assert refused.value.message.startswith(f"{name} must be ")
    assert "\n" not in refused.value.message


def test_every_wrong_value_is_named_at_once() -> None:
    with pytest.raises(BadInput, match="HUB_PORT must.*; HUB_GRAPH_HEAP must"):
        Settings.from_env({"HUB_PORT": "x", "HUB_GRAPH_HEAP": "x"})


def test_a_message_about_an_address_does_not_repeat_it() -> None:
    with pytest.raises(BadInput) as refused:
        Settings.from_env({"HUB_CACHE_URL": "http://:hidden@cache"})
    assert "hidden" not in refused.value.message


def test_a_secret_is_read_from_its_file(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("from-the-file\n")
    settings = Settings.from_env({"HUB_GRAPH_PASSWORD_FILE": str(file)})
    assert settings.graph_password == "from-the-file"


def test_a_secret_given_twice_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "url"
    file.write_text("redis://cache")
    both = {"HUB_CACHE_URL": "redis://cache", "HUB_CACHE_URL_FILE": str(file)}
    with pytest.raises(BadInput, match="HUB_CACHE_URL or HUB_CACHE_URL_FILE, not both"):
        Settings.from_env(both)


def test_a_secret_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="HUB_SESSION_URL_FILE must be"):
        Settings.from_env({"HUB_SESSION_URL_FILE": str(tmp_path / "none")})


def test_a_derived_address_follows_the_listener_and_a_given_one_stays() -> None:
    moved = Settings.from_env({}).listening("0.0.0.0", 9000)
    assert moved.public_url == "http://127.0.0.1:9000"
    given = Settings.from_env({"HUB_PUBLIC_URL": "https://hub.example"}).listening(None, 9000)
    assert given.public_url == "https://hub.example"


def test_every_limit_can_be_set() -> None:
    for name in LIMITS:
        settings = Settings.from_env({f"HUB_{name.upper()}": "7"})
        assert getattr(settings, name) == 7
