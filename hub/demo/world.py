"""The fictional world as files: sales returns, notices and a README that says it is invented."""

from itertools import chain
from pathlib import Path

from hub.demo import assurance, catalogue, notices, opinions, returns, uses
from hub.demo.calendar import financial_year, month
from hub.demo.cast import bodies, firms
from hub.demo.chance import Chance
from hub.demo.dealing import dealt
from hub.demo.files import Files
from hub.demo.goods import products
from hub.demo.market import Choice, Market, Purchase
from hub.demo.records import HEADER
from hub.demo.sale import Cast, Sale, sales
from hub.demo.sizes import Order

README = """\
Everything in this folder is fictional: every body, firm, purchase, price and number is invented.
No real organisation is meant. Made by `hub demo --size {size} --seed {seed} --patterns {patterns}`.
Licence: CC0 1.0, https://creativecommons.org/publicdomain/zero/1.0/

data/returns/*.csv     sales returns of the invented frameworks "Demo-Cloud", one file a year
data/notices/*.jsonl   OCDS 1.1 releases, one a line, one file a quarter
data/own/*.jsonl       the hub's own files: products, prices, deals, reviews and so on

Load it with: hub load data
"""


def write_world(folder: Path, order: Order) -> list[Path]:
    """Write the world of that order into the folder; the data files, which a loader can read.

    The same order gives the same bytes, on every machine. Raises OSError when it can't write.
    """
    cast = people(order)
    purchases, choices = history(cast, order)
    folder.mkdir(parents=True, exist_ok=True)
    on = "on" if order.patterns else "off"
    told = README.format(size=order.size, seed=order.seed, patterns=on)
    (folder / "README.txt").write_text(told, encoding="utf-8", newline="")
    with Files(folder / "data") as files:
        _standing(cast, order, files)
        for sale in sales(cast, purchases, choices, order.key):
            _sold(sale, order, files)
            _told_later(sale, order, files)
        return sorted(files.paths)


def _standing(cast: Cast, order: Order, files: Files) -> None:
    """What is told of no single sale."""
    key = order.key
    told = (
        catalogue.frameworks(),
        catalogue.products(cast, key),
        catalogue.offers(cast, key),
        catalogue.deals(cast, key),
        assurance.claims(cast, key, order.amount.first),
        assurance.exclusions(cast, key),
        uses.open_needs(cast, key),
    )
    for record in chain.from_iterable(told):
        files.record(f"own/{record['noun']}s.jsonl", HEADER, record)


def _sold(sale: Sale, order: Order, files: Files) -> None:
    """What the market publishes of a sale."""
    chance = Chance(*order.key, "life", sale.number)
    if sale.called_off:
        for at, row in returns.lines(sale, chance):
            files.row(f"returns/{financial_year(month(at))}.csv", returns.COLUMNS, row)
        return
    for day, release in notices.releases(sale, chance):
        files.json(f"notices/{day.year}-q{(day.month + 2) // 3}.jsonl", release)


def _told_later(sale: Sale, order: Order, files: Files) -> None:
    """What users of the hub tell of a sale, two files a year."""
    key, percent = order.key, order.amount.review_percent
    used = ((uses.adoption(sale, key),), uses.needs(sale, key), uses.pilots(sale, key))
    said = (opinions.reviews(sale, percent, key), opinions.performance(sale, key))
    for name, told in (("uses", used), ("opinions", said)):
        for record in chain.from_iterable(told):
            files.record(f"own/{name}-{record['publicFrom'][:4]}.jsonl", HEADER, record)


def people(order: Order) -> Cast:
    """Who can take part; the same with and without patterns."""
    amount = order.amount
    sellers = firms(amount.suppliers, Chance(*order.key, "firms"))
    return Cast(
        bodies(amount.buyers, Chance(*order.key, "bodies")),
        sellers,
        products(amount.products, sellers, Chance(*order.key, "products")),
    )


def history(cast: Cast, order: Order) -> tuple[list[Purchase], list[Choice]]:
    """What was bought in the order of time, and the choices behind it."""
    market = Market(cast.bodies, cast.products, Chance(*order.key, "market"))
    purchases = list(market.purchases(order.amount.contracts, order.amount.first))
    if order.patterns:
        return purchases, market.choices
    return purchases, dealt(market.choices, cast.products, Chance(*order.key, "dealing"))
