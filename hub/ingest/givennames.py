"""Given names that are common in the UK and that few firms begin with; of our own making."""

# Names that are surnames or brands as well (Scott, Taylor, Morgan, Grant, Kelly …) are left out:
# a firm known by its founders' surnames must not be taken for a person.
GIVEN = frozenset(
    """
    aaron abdul abigail adam adrian agnieszka ahmed aileen alan alexandra alice alison amanda amir
    amit amy andrea andrew andrzej angela anita anjali ann anna anne annette anthony antonia arjun
    asha ayesha barbara beatrice belinda bernadette beverley bilal brenda brian bridget bronwen
    carl carol caroline carolyn catherine catriona charlotte cheryl chloe christina christine
    christopher ciaran claire colin daniel danielle darren david dawn deborah debra deirdre denise
    derek diana diane donald donna doreen dorothy dylan edward eileen eilidh elaine eleanor
    elizabeth ellen emily emma eric erin esther eva evelyn farah fatima felicity fiona frances
    gareth gavin gemma geoffrey georgina gerald geraldine gillian glenda gloria graham gwen hannah
    harriet hassan hazel heather helen helena henry hilary howard ian imran irene isabel isabella
    jacqueline james jane janet janice jasmine jayne jean jeanette jennifer jeremy jessica jill
    joan joanna joanne john jonathan joseph joyce judith julia julian julie karen katarzyna kate
    katherine kathleen kathryn katie keith kenneth kevin krzysztof laura lauren leanne lesley
    linda lindsay lisa lorraine louise lucy lynda lynn lynne malcolm malgorzata margaret maria
    marian marie marion mark martin mary matthew maureen megan melanie michael michelle mohammad
    mohammed monica monika muhammad nadia naomi natalie natasha neil nicola nicole nigel norma
    olivia oluwaseun omar pamela patricia patrick paul paula pauline peter philip philippa piotr
    priya rachel rajesh rebecca rhiannon richard robert roger rosemary rowena rupert ruth sally
    samantha samuel sandra sanjay sara sarah shabana shannon sharon sheila shirley sian simon
    siobhan sophie stephanie stephen steven stuart sunita susan suzanne sylvia tamsin tara teresa
    theresa thomas timothy tina tomasz tracey tracy valerie vanessa veronica victoria vikram
    virginia wendy william yasmin yvonne zainab zoe
    """.split()
)
