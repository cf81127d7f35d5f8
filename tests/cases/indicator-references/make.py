"""Reference values for tests/suite/indicator_statistics, made without the kit.

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 scipy==1.17.1 pymannkendall==1.4.3
    venv/bin/python tests/cases/indicator-references/make.py > tests/cases/indicator-references/references.json

Where each value comes from:
  slope, height            scipy.stats.theilslopes(values, years counted from the first known)
  s                        pymannkendall.original_test(values).s
  p, p_rising, p_falling   scipy.stats.kendalltau(method="exact") without ties; with ties every order of the values is listed
                           with itertools.permutations and counted (up to 8 values)
  median, mad              numpy.median, scipy.stats.median_abs_deviation
  variation                numpy.std(ddof=1) / abs(numpy.mean), i.e. scipy.stats.variation(ddof=1)
  residual_spread          scipy.stats.median_abs_deviation(residuals of theilslopes, scale="normal")
  compound_rate            fractions and decimal with 50 digits
  z                        0.6745 * (x - numpy.median) / scipy.stats.median_abs_deviation, Iglewicz and Hoaglin (1993)
  log_z                    the same of numpy.log(abs(values)), where all lie on the same side of zero
  gap_slope                scipy.stats.theilslopes of the differences
  percentile               scipy.stats.percentileofscore of the rank among the others, kind="strict", from the far end
  kendall                  every S for 3 to 10 values without ties: scipy.stats.kendalltau(method="exact")
"""

import itertools
import json
import random
import sys
from decimal import Decimal, getcontext
from fractions import Fraction

import numpy
import pymannkendall
import scipy
from scipy import stats

getcontext().prec = 50
random.seed(20160101)


def s_of(values):
    return sum((later > earlier) - (later < earlier) for earlier, later in itertools.combinations(values, 2))


def probabilities(values):
    if len(set(values)) == len(values):
        years = range(len(values))
        tail = lambda side: float(stats.kendalltau(years, values, method="exact", alternative=side).pvalue)
        return {"p": tail("two-sided"), "p_rising": tail("greater"), "p_falling": tail("less")}
    found = s_of(values)
    all_s = [s_of(order) for order in itertools.permutations(values)]
    share = lambda fits: float(Fraction(sum(map(fits, all_s)), len(all_s)))
    return {
        "p": share(lambda s: abs(s) >= abs(found)),
        "p_rising": share(lambda s: s >= found),
        "p_falling": share(lambda s: s <= found),
    }


def compound_rate(first, last, years):
    if first <= 0 or last <= 0 or years == 0:
        return None
    return float((Decimal(str(last)) / Decimal(str(first))) ** (Decimal(1) / Decimal(years)) - 1)


def scores(values):
    spread = stats.median_abs_deviation(values)
    return None if spread < 1e-9 else [float(z) for z in 0.6745 * (values - numpy.median(values)) / spread]


def series(first, values, benchmark=None):
    known = [(first + at, value) for at, value in enumerate(values) if value is not None]
    years = numpy.array([year - known[0][0] for year, _ in known])
    own = numpy.array([value for _, value in known])
    slope, height, _, _ = stats.theilslopes(own, years)
    residuals = own - (height + slope * years)
    same_side = (own > 0).all() or (own < 0).all()
    case = {
        "first": first,
        "values": values,
        "slope": float(slope),
        "height": float(height),
        "s": int(pymannkendall.original_test(own).s),
        **probabilities([value for _, value in known]),
        "median": float(numpy.median(own)),
        "mad": float(stats.median_abs_deviation(own)),
        "variation": float(numpy.std(own, ddof=1) / abs(numpy.mean(own))) if same_side else None,
        "residual_spread": float(stats.median_abs_deviation(residuals, scale="normal")),
        "compound_rate": compound_rate(known[0][1], known[-1][1], int(years[-1])),
        "z": scores(own),
        "log_z": scores(numpy.log(abs(own))) if (own > 0).all() or (own < 0).all() else None,
    }
    if benchmark:
        both = [(at, a - b) for at, (a, b) in enumerate(zip(values, benchmark)) if a is not None and b is not None]
        case["benchmark"] = benchmark
        case["gap_slope"] = float(stats.theilslopes([gap for _, gap in both], [at for at, _ in both])[0])
    return case


def arbitrary():
    length = random.randint(3, 10)
    decimals = random.choice([0, 1, 2])
    low = random.choice([0.5, 10, 1000, -50])
    draw = lambda: round(low + random.random() * abs(low) * random.choice([0.1, 1, 5]), decimals)
    values = [draw() for _ in range(length)]
    benchmark = [draw() for _ in range(length)]
    for at in range(1, length - 1):
        if length > 4 and random.random() < 0.15:
            values[at] = None
    known = [value for value in values if value is not None]
    usable = len(known) >= 3 and (len(known) <= 8 or len(set(known)) == len(known))
    return series(random.randint(2008, 2016), values, benchmark) if usable else None


written = [
    series(2012, [98.1, 98.6, 98.9, 99.2, 99.4], [98.0, 98.5, 98.8, 99.0, 99.1]),
    series(2012, [86.2, 87.9, 88.4, 90.1, 91.3], [88.0, 88.6, 88.9, 89.2, 89.5]),
    series(2012, [12.4, 13, 13.1, 12.8, 13.6], [17.0, 17.4, 17.9, 18.0, 18.2]),
    series(2012, [0.214, 0.203, 0.196, 1.88, 0.181]),
    series(2012, [1.2, 0.9, 0.9, 0.6, 0.4], [1.0, 0.95, 0.9, 0.85, 0.8]),
    series(2014, [3, 2, 1]),
    series(2014, [1, 1, 2]),
    series(2014, [5, 5, 5]),
    series(2013, [100, None, None, 133.1]  + [140]),
    series(2013, [10, None, 12, None, 15, 14]),
    series(2013, [-50, 10, 30, -20, 60]),
    series(2013, [-5, -4, -4.5, -3]),
    series(2010, [4, 4, 3, 3, 2, 2, 1, 1]),
    series(2010, [0, 0, 0, 1, 0, 2, 0]),
    series(2010, [7, 9, 8, 12, 11, 15, 14, 16, 18, 17]),
]
drawn = []
while len(drawn) < 60:
    case = arbitrary()
    if case:
        drawn.append(case)

kendall = []
for n in range(3, 11):
    seen = {}
    # From falling to rising, exchanging one neighbouring pair at a time: every S once.
    order = list(range(n, 0, -1))
    while True:
        seen[s_of(order)] = {"order": list(order), "s": s_of(order), **probabilities(order)}
        swap = next((at for at in range(n - 1) if order[at] > order[at + 1]), None)
        if swap is None:
            break
        order[swap], order[swap + 1] = order[swap + 1], order[swap]
    kendall.extend(seen[s] for s in sorted(seen))

places = []
for rank, field in [(1, 2), (2, 2), (1, 10), (3, 21), (10, 10), (7, 40), (33, 250)]:
    others = [place for place in range(1, field + 1) if place != rank]
    behind = stats.percentileofscore([-place for place in others], -rank, kind="strict")
    places.append({"rank": rank, "field": field, "percentile": float(behind) / 100})

made_with = {"python": sys.version.split()[0], "numpy": numpy.__version__, "scipy": scipy.__version__, "pymannkendall": pymannkendall.__version__}
parts = {"made_with": [made_with], "series": written + drawn, "kendall": kendall, "places": places}
lines = lambda rows: "[\n" + ",\n".join("  " + json.dumps(row) for row in rows) + "\n]"
print("{\n" + ",\n".join(f'"{name}": {lines(rows)}' for name, rows in parts.items()) + "\n}")
