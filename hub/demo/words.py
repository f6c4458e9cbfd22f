"""Parts of which the invented names are made; no real place or firm is meant."""

PLACE_HEADS = (
    "Oster", "Quill", "Brindle", "Velm", "Tarrow", "Ebber", "Mirrow", "Wexle", "Farrin", "Sallow",
    "Cinder", "Fenna", "Grimble", "Hollin", "Jesper", "Kestle", "Lorrim", "Nettle", "Orrin",
    "Pellan", "Rusk", "Skelder", "Tilva", "Umber", "Vorn", "Whistle", "Zellow", "Aldrin", "Corvel",
    "Drusk",
)  # fmt: skip
PLACE_TAILS = (
    "moor", "haven", "mere", "holt", "combe", "stow", "gate", "fell", "marsh", "ness", "strand",
    "brook",
)  # fmt: skip
FIRM_HEADS = (
    "Cedar", "Iris", "Gorse", "Elm", "Alder", "Fern", "Larch", "Heron", "Otter", "Plover", "Tansy",
    "Sorrel", "Bracken", "Juniper", "Kite", "Linnet", "Mallow", "Nettle", "Osprey", "Pipit",
    "Quince", "Rowan", "Sedge", "Teasel", "Umbel", "Vetch", "Willow", "Yarrow",
)  # fmt: skip
FIRM_TAILS = (
    "point", "flow", "stack", "works", "line", "loop", "grid", "forge", "mark", "path", "shift",
    "nest", "cast", "hive",
)  # fmt: skip
FIRM_KINDS = (
    "", " Software", " Systems", " Digital", " Consulting", " Data", " Cloud", " Networks",
    " Technologies", " Labs",
)  # fmt: skip
FIRM_FORMS = ("Ltd", "Ltd", "Ltd", "Limited", "Limited", "LLP", "plc")
FICTIONAL = " (fictional)"
REGIONS = ("UKC", "UKD", "UKE", "UKF", "UKG", "UKH", "UKI", "UKJ", "UKK", "UKL", "UKM", "UKN")
