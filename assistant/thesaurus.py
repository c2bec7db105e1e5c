"""What people call what the minutes call otherwise: everyday words of council business beside the terms of the record.

A councillor asks about "the loos" where the minutes say "public conveniences". The vectors know some of this and
single words least of all, so the commonest are listed: a line a group, any term of which may stand for any other.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from assistant.words import FUNCTION_WORDS, stem, words

_LONGEST = 4  # words of a term

_GROUPS = """
road, rd
avenue, ave
lane, ln
committee, cttee, cmte
department, dept
government, govt
association, assoc, assn
temporary, temp
approximately, approx
meeting, mtg
year, yr
hour, hr
reference, ref
information, info
correspondence, corres

toilet, loo, lavatory, wc, public convenience, restroom
bin, refuse collection, rubbish, trash, garbage, household waste
garden waste, green waste, brown bin
recycling centre, civic amenity site, tip, dump, hwrc, household waste site
dog mess, dog fouling, dog waste
fly tipping, fly tip, illegal dumping, dumped rubbish
gritting, winter maintenance, salting
grit bin, salt bin
drain, gully, gullies, drainage
sewage, sewer, foul water, wastewater
flood, flooding, surface water
pavement, footway, sidewalk
footpath, right of way, prow, public path
pothole, road surface, carriageway defect
lorry, lorries, hgv, heavy goods vehicle, truck
yellow lines, parking restriction, waiting restriction, traffic regulation order
speed bump, speed hump, traffic calming, sleeping policeman
speeding, speed limit, 20mph, 30mph
speed camera, speed indicator device, sid, vas
zebra crossing, pedestrian crossing, crossing
lollipop lady, lollipop man, school crossing patrol
roadworks, road works, highway works
bike, bicycle, cycle, cycling
lamp post, street light, streetlight, lighting column, street lighting
illuminated, lit up
level crossing, railway crossing

house, dwelling, home
flat, apartment
council house, council housing, social housing, affordable housing
homeless, homelessness, rough sleeping, rough sleeper
landlord, private rented
airbnb, holiday let, short term let, short term rental
second home, holiday home
empty home, empty property, vacant dwelling
caravan, mobile home
traveller, gypsy
knock down, pull down, demolish, demolition
refurbish, refurbishment, renovate, renovation, restore
planning permission, planning consent, planning application

chemist, pharmacy, pharmacies
doctor, gp, surgery, medical practice, health centre
jab, vaccine, vaccination, immunisation, inoculation
hospital, infirmary
ambulance, paramedic, first responder
defib, defibrillator, aed
carer, care worker
care home, residential home, nursing home
home help, home care, domiciliary care
old people, older people, elderly, pensioner, senior citizen
children, kids, youngsters, young people
foster, fostering, looked after children, children in care
nursery, early years, childcare, preschool
youth club, youth centre, youth service
school dinner, school meal, free school meals
school bus, school transport, home to school transport
teacher, teaching staff
headteacher, head teacher, principal
special needs, send, additional learning needs, aln, special educational needs

playground, play area, play park, play equipment
swings, play equipment
rec, recreation ground, playing field, sports ground
swimming pool, pool, lido, baths
gym, leisure centre, sports centre
graveyard, cemetery, churchyard, burial ground, cemeteries
hall, village hall, community hall, community centre
christmas, xmas
fete, fair, gala
market stall, market trader, market
pub, public house, inn
takeaway, hot food, burger van
taxi, taxis, hackney carriage, private hire
booze, alcohol, liquor
gambling, betting

police, pcso, constable
antisocial behaviour, asb
burglary, break in, theft
hacking, cyber attack, cyber security, cyber
cctv, security camera

windfarm, wind farm, turbine
solar, photovoltaic, pv
boiler, heating
heat pump, air source
electric car, ev, charging point, charge point
net zero, carbon, climate change, climate emergency
pylon, overhead line, power line
hedge, hedgerow
weed, weed control
rat, vermin, pest
seagull, gull

spending, expenditure
overspend, over budget, deficit
council tax, precept, rates
rent, rental, rents
grant, funding, donation, contribution
staff, employee, workforce
job cuts, redundancy, redundancies
lawyer, solicitor, legal adviser
builder, contractor
estimate, quotation, quote
bill, invoice, payment
loan, borrowing
sponsor, sponsorship
petition, signatures

buy, purchase, acquire, acquisition
sell, sale, dispose, disposal
shut, close, closure, closing, closed
reduce, reduction
raise, increase
fix, mend, repair
replace, replacement, renew, renewal
begin, start, commence
turn down, turned down, refuse, refusal, reject, decline, throw out, thrown out, threw out, knock back, knocked back
object, objection, oppose, opposition
defer, postpone, adjourn
scrap, cancel, withdraw, withdrawn, abandon
ban, prohibit, prohibition
take over, transfer
resign, step down, stand down, resignation
moan, complain, complaint
"""


def synonyms(text: str) -> dict[str, tuple[str, ...]]:
    """For each word of a text that the thesaurus knows, alone or within a term, the other terms of its groups, folded.

    >>> synonyms("what did they say about the loos?")["loos"]
    ('toilet', 'lavatory', 'wc', 'public convenience', 'restroom')
    """
    typed = words(text)
    roots = [stem(word) for word in typed]
    found: dict[str, dict[str, None]] = defaultdict(dict)
    # A word of a longer term means what the term means: no refuse is put in a grit bin.
    free = [True] * len(typed)
    for length in range(_LONGEST, 0, -1):
        for at in range(len(typed) - length + 1):
            place = slice(at, at + length)
            others = _others().get(tuple(roots[place]), ())
            if not others or not all(free[place]):
                continue
            free[place] = [False] * length
            for word in typed[place]:
                if word not in FUNCTION_WORDS:
                    found[word].update(dict.fromkeys(others))
    return {word: tuple(terms) for word, terms in found.items()}


@cache
def _others() -> dict[tuple[str, ...], tuple[str, ...]]:
    """By the stems of each term, the other terms of the groups that it stands in."""
    others: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
    for line in filter(None, _GROUPS.splitlines()):
        group = {term.strip(): tuple(map(stem, words(term))) for term in line.split(",")}
        for roots in group.values():
            others[roots].update(dict.fromkeys(term for term, other in group.items() if other != roots))
    return {roots: tuple(terms) for roots, terms in others.items()}
