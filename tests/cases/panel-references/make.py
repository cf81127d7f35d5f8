"""Reference values for tests/suite/panel_statistics.rs, made without the kit.

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 krippendorff==0.9.0 pingouin==0.7.0
    venv/bin/python tests/cases/panel-references/make.py > tests/cases/panel-references/references.json

Where each value comes from:
  spread        numpy.median, numpy.mean, numpy.std(ddof=1), min and max of the ratings of each item
  alpha         krippendorff.alpha(reliability_data, level_of_measurement="interval"); null where the package has none
  icc           pingouin.intraclass_corr over the items that every assessor with a rating rated: rows ICC(A,1), which is
                Shrout and Fleiss's ICC(2,1), and ICC(A,k), their ICC(2,k)
  shift         numpy: mean over the items shared of own rating minus mean of the others
  total         plain Python: the product distribution of the items' ratings as fractions.Fraction, points as whole
                hundredths; quantiles are the least total whose cumulated fraction reaches the level
"""

import json
import random
import sys
import warnings
from collections import Counter
from fractions import Fraction

import krippendorff
import numpy
import pandas
import pingouin

warnings.simplefilter("ignore")
random.seed(20160101)
LEVELS = ["1/40", "1/20", "1/4", "1/2", "3/4", "19/20", "39/40"]
MAXIMA = [50, 30, 20, 50, 40, 40, 50, 40, 50, 30, 20, 20, 10, 50, 50, 50, 30, 80, 80, 80, 60, 50, 20]


def spread(row):
    given = [rating for rating in row if rating is not None]
    if not given:
        return None
    return {
        "count": len(given),
        "median": float(numpy.median(given)),
        "mean": float(numpy.mean(given)),
        "lowest": min(given),
        "highest": max(given),
        "deviation": float(numpy.std(given, ddof=1)) if len(given) > 1 else None,
    }


def alpha(rows):
    data = numpy.array([[numpy.nan if r is None else r for r in row] for row in rows], dtype=float).T
    try:
        return float(krippendorff.alpha(reliability_data=data, level_of_measurement="interval"))
    except ValueError:
        return None


def icc(rows):
    assessors = [a for a in range(len(rows[0])) if any(row[a] is not None for row in rows)]
    complete = [row for row in rows if all(row[a] is not None for a in assessors)]
    if len(complete) < 2 or len(assessors) < 2:
        return None
    if len({row[a] for row in complete for a in assessors}) == 1:
        return None
    long = [(i, a, row[a]) for i, row in enumerate(complete) for a in assessors]
    if len(complete) < 5:
        # pingouin asks for five targets or more; the same mean squares by numpy
        x = numpy.array([[row[a] for a in assessors] for row in complete], dtype=float)
        n, k = x.shape
        grand = x.mean()
        r = k * ((x.mean(axis=1) - grand) ** 2).sum() / (n - 1)
        c = n * ((x.mean(axis=0) - grand) ** 2).sum() / (k - 1)
        e = ((x - x.mean(axis=1, keepdims=True) - x.mean(axis=0) + grand) ** 2).sum() / ((n - 1) * (k - 1))
        return {"single": (r - e) / (r + (k - 1) * e + k * (c - e) / n), "average": (r - e) / (r + (c - e) / n), "items": n}
    frame = pandas.DataFrame(long, columns=["item", "assessor", "rating"])
    table = pingouin.intraclass_corr(frame, targets="item", raters="assessor", ratings="rating")
    pick = lambda name: float(table.loc[table["Type"] == name, "ICC"].iloc[0])
    names = set(table["Type"])
    single, average = ("ICC(A,1)", "ICC(A,k)") if "ICC(A,1)" in names else ("ICC2", "ICC2k")
    return {"single": pick(single), "average": pick(average), "items": len(complete)}


def shifts(rows):
    found = []
    for a in range(len(rows[0])):
        distances = []
        for row in rows:
            others = [r for b, r in enumerate(row) if b != a and r is not None]
            if row[a] is not None and others:
                distances.append(Fraction(row[a]) - Fraction(sum(others), len(others)))
        found.append(float(sum(distances) / len(distances)) if distances else None)
    return found


def total(rows, maxima, half_up):
    distribution = {0: Fraction(1)}
    for row, maximum in zip(rows, maxima):
        given = [rating for rating in row if rating is not None]
        if not given:
            continue
        points = Counter((maximum * r + 50) // 100 * 100 if half_up else maximum * r for r in given)
        after = Counter()
        for before, probability in distribution.items():
            for point, count in points.items():
                after[before + point] += probability * Fraction(count, len(given))
        distribution = after
    totals = sorted(distribution)
    assert sum(distribution.values()) == 1
    quantiles = []
    for level in LEVELS:
        reached = Fraction(0)
        for t in totals:
            reached += distribution[t]
            if reached >= Fraction(level):
                quantiles.append(t)
                break
    shown = [totals[len(totals) * at // 8] for at in range(8)] + [totals[-1]]
    reached, cumulated = Fraction(0), {}
    for t in totals:
        reached += distribution[t]
        cumulated[t] = float(reached)
    return {
        "half_up": half_up,
        "lowest": totals[0],
        "highest": totals[-1],
        "values": len(totals),
        "mean": float(sum(t * p for t, p in distribution.items()) / 100),
        "quantiles": quantiles,
        "probabilities": [{"total": t, "probability": float(distribution[t]), "at_most": cumulated[t]} for t in shown],
    }


def panel(items, assessors, spread_of, gaps, offsets=0.0):
    rows = []
    lean = [random.gauss(0, offsets) for _ in range(assessors)]
    for _ in range(items):
        level = random.uniform(20, 80)
        row = []
        for a in range(assessors):
            rating = round((level + lean[a] + random.gauss(0, spread_of)) / 5) * 5
            row.append(None if random.random() < gaps else max(0, min(100, rating)))
        rows.append(row)
    return rows


def case(name, rows, maxima=None):
    maxima = maxima or [10 + 10 * (at % 9) for at in range(len(rows))]
    return {
        "name": name,
        "maxima": maxima,
        "ratings": rows,
        "spread": [spread(row) for row in rows],
        "alpha": alpha(rows),
        "icc": icc(rows),
        "shift": shifts(rows),
        "total": [total(rows, maxima, half_up) for half_up in (False, True)],
    }


SHROUT = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
cases = [
    case("shrout and fleiss 1979", SHROUT),
    case("two items, two assessors", [[40, 50], [60, 60]]),
    case("six assessors, 23 items", panel(23, 6, 8, 0, 4), MAXIMA),
    case("six assessors, gaps", panel(23, 6, 8, 0.15, 4), MAXIMA),
    case("many gaps", panel(12, 4, 10, 0.5)),
    case("identical assessors", [[level] * 5 for level in (30, 55, 55, 70, 0, 100)]),
    case("nothing differs at all", [[50] * 3 for _ in range(5)]),
    case("chance", panel(20, 5, 60, 0)),
    case("one assessor without a rating", [row + [None] for row in panel(10, 3, 10, 0)]),
    case("one rating an item", [[50, None], [None, 40], [30, None], [20, None], [None, 90]]),
    case("an item nobody rated", panel(8, 3, 10, 0) + [[None] * 3]),
    case("fifty assessors", panel(23, 50, 9, 0.02, 5), MAXIMA),
    case("twenty assessors, ties at a level", [[0] + [50] * 19, [40, 60] * 10]),
]
json.dump({"levels": LEVELS, "cases": cases}, sys.stdout, indent=1, ensure_ascii=False)
print()
