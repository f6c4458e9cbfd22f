"""Parts of which the invented names are made; no real place or firm is meant."""

PLACE_HEADS = (
    "Oster", "Quill", "Brindle", "Velm", "Tarrow", "Ebber", "Mirrow", "Wexle", "Farrin", "Sallow",
    "Cinder", "Fenna", "Grimble", "Hollin", "Jesper", "Kestle", "Lorrim", "Nettle", "Orrin",
    "Pellan", "Rusk", "Skelder", "Tilva", "Umber", "Vorn", "Whistle", "Zellow", "Aldrin", "Corvel",
    "Drusk", "Yarvel", "Quorl", "Brask", "Thimmel", "Ombrey", "Plosk", "Vintle", "Wurrel", "Zandle",
    "Ixel", "Jorrin", "Kelvar", "Luskin", "Morvle", "Nusker", "Opple", "Prindle", "Quessel",
    "Rorrow", "Snavel", "Trusk", "Uldrin", "Vessow", "Wimbrel", "Yolker", "Zorrel", "Abbrin",
    "Blusker", "Crellow", "Dwindle", "Eskrel", "Flornish", "Gwindle", "Hurrock", "Imbrel", "Jarrow",
    "Knessel", "Lindrow", "Muckrel", "Norvle", "Osprin", "Purrock", "Quandle", "Rindle", "Spurrel",
    "Tweskin", "Urvel", "Vandrel", "Worrock", "Yendle", "Zusker", "Arvle", "Brellow", "Cusprel",
    "Dorvle", "Elmskin", "Fusprel", "Grellow", "Hesprin", "Juvel",
)  # fmt: skip
PLACE_TAILS = (
    "moor", "haven", "mere", "holt", "combe", "stow", "gate", "fell", "marsh", "ness", "strand",
    "brook", "wick", "thorpe", "beck", "ridge", "sands", "lode", "garth", "cleugh",
)  # fmt: skip
FIRM_HEADS = (
    "Cedar", "Iris", "Gorse", "Elm", "Alder", "Fern", "Larch", "Heron", "Otter", "Plover", "Tansy",
    "Sorrel", "Bracken", "Juniper", "Kite", "Linnet", "Mallow", "Nettle", "Osprey", "Pipit",
    "Quince", "Rowan", "Sedge", "Teasel", "Umbel", "Vetch", "Willow", "Yarrow", "Aspen", "Birch",
    "Clover", "Dunlin", "Egret", "Finch", "Gannet", "Hazel", "Ibis", "Jackdaw", "Kestrel",
    "Lapwing", "Marram", "Nuthatch", "Orchis", "Petrel", "Quail", "Redstart", "Siskin", "Thistle",
    "Merganser", "Violet", "Wigeon", "Yew", "Avocet", "Bittern", "Curlew", "Dogwood", "Eider",
    "Foxglove", "Godwit", "Hawthorn", "Ivy", "Jasmine", "Knapweed", "Lichen", "Medlar", "Newt",
    "Oriole", "Privet", "Quaking", "Ragwort", "Samphire", "Tern", "Spruce", "Viper", "Whimbrel",
    "Yaffle", "Acorn", "Barley", "Campion", "Damson", "Elder", "Fescue", "Gentian", "Hornbeam",
    "Sundew", "Madder", "Oxlip", "Poplar", "Reed", "Skylark",
)  # fmt: skip
FIRM_TAILS = (
    "point", "flow", "stack", "works", "line", "loop", "grid", "forge", "mark", "path", "shift",
    "nest", "cast", "hive", "desk", "bridge", "spark", "frame", "scope", "wave", "field", "dock",
    "trail", "mesh", "lens", "root", "port", "vault", "pulse", "craft", "gate", "node", "ledger",
    "key", "board", "arc", "rise", "span", "step", "yard",
)  # fmt: skip
FIRM_KINDS = (
    "", " Software", " Systems", " Digital", " Consulting", " Data", " Cloud", " Networks",
    " Technologies", " Labs", " Analytics", " Solutions", " Informatics", " Computing",
    " Platforms", " Studio",
)  # fmt: skip
FIRM_FORMS = ("Ltd", "Ltd", "Ltd", "Limited", "Limited", "LLP", "plc")
PRODUCT_TAILS = (
    "One", "Flow", "Desk", "Hub", "Guard", "View", "Path", "Sync", "Bench", "Shelf", "Post", "Link",
    "Lane", "Watch", "Front", "Base", "Works", "Plan", "Reach", "Sight",
)  # fmt: skip
FICTIONAL = " (fictional)"
REGIONS = ("UKC", "UKD", "UKE", "UKF", "UKG", "UKH", "UKI", "UKJ", "UKK", "UKL", "UKM", "UKN")
