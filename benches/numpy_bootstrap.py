"""model.md §6 vectorised with numpy, as a good analyst would write it.

Written once to compare the program with. It reads nothing: it builds the worked example of §10 and
the invented cases of tests/common/workshop.rs by the same formula, checks its own ranges of the
worked example against those of §10 (±2% of the width for the page, ±1.4% for the sampling error of
its own draws, as tests/model/ranges.rs reckons), and prints how long 10,000 draws take.

    python3 benches/numpy_bootstrap.py      (needs numpy; one thread: OMP_NUM_THREADS=1)
"""

import time

import numpy as np

AGREES, CONDITIONS, DISAGREES, NO_VIEW = range(4)
SCENARIOS = ["panel", "possible-today", "parent-supported", "parents-ideal", "tribunal-tested"]
NAN = float("nan")
HORIZON, PHI, TAU = 5, 7 / 12, 0.198


class Council:
    """Table and cases as columns. An unknown cost is not a number."""

    def __init__(self, table, cases, inflation, appeal_effect=0.81):
        self.tier = np.array([row[0] for row in table])
        self.caseload = np.array([row[1] for row in table], float)
        self.cost = np.array([row[2] for row in table], float)
        avoidable = np.array([row[3] for row in table], float)
        self.avoidable = np.where(np.isnan(avoidable), self.cost, avoidable)
        self.growth = np.array([row[4] for row in table], float)
        self.current = np.array([case[0] for case in cases])
        self.ideal = np.array([case[1] for case in cases])
        self.stance = np.array([case[2] for case in cases])
        self.own = np.array([case[3] for case in cases])  # -1 = not stated
        self.support = np.array([case[4] for case in cases], float)
        self.blocked = np.array([case[5] for case in cases], bool)
        self.inflation, self.x = inflation, appeal_effect

    def value(self, start, to, support=0.0):
        """v(p→q, s), unpriced = not a number."""
        return np.where(start == to, 0.0, self.avoidable[start] - self.cost[to]) - support


def outcomes(council, scenario):
    """Per case: (where, share, value) once or twice, and the survival of moves (§7)."""
    c = council
    stay = (c.current, np.zeros(len(c.current)))
    judged = (c.ideal, c.value(c.current, c.ideal, c.support))
    own = np.where(c.own < 0, c.current, c.own)
    goes = (own, np.where(c.own < 0, 0.0, c.value(c.current, own)))
    moves, agree = c.ideal != c.current, c.stance <= CONDITIONS
    choose = lambda where, one, other: tuple(np.where(where, a, b) for a, b in zip(one, other))
    ones = np.ones(len(c.current))
    if scenario == "panel":
        parts = [(*judged, ones)]
    elif scenario == "possible-today":
        parts = [(*choose(moves & c.blocked, stay, judged), ones)]
    elif scenario == "parent-supported":
        parts = [(*choose(moves & ~agree, stay, judged), ones)]
    elif scenario == "parents-ideal":
        as_judged = (c.own == c.ideal) | ((c.own < 0) & agree)
        parts = [(*choose(as_judged, judged, goes), ones)]
    else:
        lower = c.tier[c.ideal] < c.tier[c.current]
        contested = (c.stance == DISAGREES) | ((c.stance == NO_VIEW) & lower)
        lost = np.where(contested & (c.own != c.ideal), c.x, 0.0)
        parts = [(*judged, 1.0 - lost), (*goes, lost)]
    if scenario == "parents-ideal" or not moves.any():
        return parts, 1.0
    kept = sum((share * (to == c.ideal))[moves].sum() for to, _, share in parts)
    return parts, kept / moves.sum()


def ranges(council, draws, rng):
    """Per scenario the percentiles of A, of S(t) and of the sum of S up to t."""
    c, rows, cases = council, len(council.caseload), len(council.current)
    covered = np.unique(c.current)
    gammas = rng.standard_exponential((draws, cases))
    spread = 0.5 * c.caseload / c.caseload.sum()
    imaginary = np.zeros((draws, rows, rows))
    for p in covered:
        shape = spread.copy()
        shape[p] += 0.5
        imaginary[:, p, shape > 0] = rng.standard_gamma(shape[shape > 0], (draws, (shape > 0).sum()))
    sums = gammas @ (c.current[:, None] == np.arange(rows)) + imaginary.sum(axis=2)
    inverse = np.divide(1.0, sums, out=np.zeros_like(sums), where=sums > 0)
    gammas *= inverse[:, c.current]
    imaginary *= inverse[:, :, None]

    everywhere = np.arange(rows)
    value = c.value(everywhere[:, None], everywhere[None, :])
    priced = ~np.isnan(value)
    imaginary_value = np.einsum("kpq,pq->kp", imaginary, np.where(priced, value, 0.0))
    away = priced & ~np.eye(rows, dtype=bool)
    credit = np.nan_to_num(c.cost - c.avoidable)
    again = np.flatnonzero((credit > 0) & (c.caseload > 0))
    imaginary_out = np.einsum("kpq,pq->kp", imaginary[:, again], away[again] * 1.0)
    imaginary_in = imaginary[:, :, again] * away[:, again]

    years = np.arange(1, HORIZON + 1)
    decided = np.minimum(1.0, TAU * np.arange(HORIZON + 1))
    children = c.caseload[:, None] * (1.0 + c.growth[:, None]) ** years
    effect = children * (decided[:-1] + PHI * np.diff(decided))
    effect = np.column_stack([c.caseload, effect])  # full effect first
    grown = np.column_stack([np.zeros(rows), np.maximum(0.0, children - c.caseload[:, None])])
    factor = np.concatenate([[1.0], (1.0 + c.inflation) ** years])

    answers = {}
    for scenario in SCENARIOS:
        parts, survival = outcomes(c, scenario)
        by_row = np.zeros((cases, rows))
        moved = np.zeros((cases, rows, rows))
        for to, worth, share in parts:
            known = ~np.isnan(worth)
            case = np.arange(cases)
            by_row[case, c.current] += share * np.where(known, worth, 0.0)
            moved[case, c.current, to] += share * (known & (to != c.current))
        values = gammas @ by_row + survival * imaginary_value
        savings = (values @ effect) * factor
        for i, q in enumerate(again):
            out = gammas @ moved[:, q, :].sum(axis=1) + survival * imaginary_out[:, i]
            into = gammas @ moved[:, :, q] + survival * imaginary_in[:, :, i]
            out = out[:, None] * effect[q]
            savings += credit[q] * factor * np.minimum(out, into @ effect + grown[q])
        columns = np.column_stack([savings, np.cumsum(savings[:, 1:], axis=1)])
        answers[scenario] = np.percentile(columns, [5, 50, 95], axis=0)
    return answers


def worked_example():
    """§10."""
    table = [
        (0, 0, NAN, NAN, 0.0),
        (1, 1988, 8662, NAN, 0.06),
        (2, 166, 21531, NAN, 0.03),
        (3, 1041, 26000, 16000, 0.03),
        (4, 350, 61203, NAN, 0.08),
        (5, 59, 127443, NAN, 0.02),
        (2, 80, 22000, NAN, 0.0),
        (1, 863, 8000, NAN, 0.05),
        (2, 539, 12000, NAN, 0.04),
    ]
    m, r, s, i, f = 1, 2, 3, 4, 7
    cases = (
        [(s, m, AGREES, m, 4000, True)] * 2
        + [(s, m, DISAGREES, s, 0, False)] * 3
        + [(s, r, CONDITIONS, r, 0, True)]
        + [(s, s, AGREES, s, 0, False)] * 3
        + [(i, s, AGREES, s, 0, True)]
        + [(i, m, DISAGREES, i, 0, False)] * 3
        + [(i, i, AGREES, i, 0, False)] * 2
        + [(m, m, AGREES, m, 0, False)] * 5
        + [(m, m, DISAGREES, r, 0, False)]
        + [(m, m, CONDITIONS, m, 3000, False)] * 2
        + [(m, s, AGREES, s, 0, False)]
        + [(m, 0, NO_VIEW, -1, 0, False)]
        + [(f, f, AGREES, f, 0, False)] * 3
    )
    return Council(table, cases, 0.03)


def invented(count):
    """The cases of tests/common/workshop.rs."""
    table = [
        (0, 0, NAN, NAN, 0.0),
        (1, 1988, 8662, NAN, 0.06),
        (2, 166, 21531, 15531, 0.03),
        (3, 1041, 26000, 16000, 0.03),
        (4, 350, 61203, NAN, 0.08),
        (5, 59, 127443, NAN, 0.02),
        (2, 80, 22000, NAN, 0.0),
        (1, 863, 8000, NAN, 0.05),
        (1, 120, 6500, NAN, 0.02),
        (2, 539, 12000, NAN, 0.04),
    ]
    placed = [2, 37, 45, 68, 80, 84, 88, 94, 97, 100]
    ideals = [(1, 2), (2, 0), (1, 3), (1, 2), (3, 1), (4, 3), (1, 2), (9, 3), (1, 2), (1, 3)]

    def mixed(case, question):
        word = 0xFFFFFFFF
        x = (case * 0x9E3779B1 & word) ^ (question * 0x85EBCA77 & word)
        x ^= x >> 15
        x = x * 0x2C1B3C6D & word
        x ^= x >> 12
        x = x * 0x297A2D39 & word
        return x ^ x >> 15

    cases = []
    for n in range(1, count + 1):
        of_hundred = lambda question: mixed(n, question) % 100
        current = sum(of_hundred(1) >= up_to for up_to in placed)
        k = of_hundred(2)
        ideal = ideals[current][0] if k < 40 else ideals[current][1] if k < 50 else current
        k = of_hundred(3)
        own = ideal if k < 65 else current if k < 85 else (current + 1) % 10 if k < 92 else -1
        k = of_hundred(4)
        support = 0
        if k < 17:
            support = 1000 * (1 + mixed(n, 5) % 5)
        elif k < 34:
            support = 500 + mixed(n, 5) % 9000
        if of_hundred(6) < 8:
            stance = CONDITIONS
        else:
            stance = NO_VIEW if own < 0 else AGREES if own == ideal else DISAGREES
        blocked = ideal != current and of_hundred(7) < 25
        cases.append((current, ideal, stance, own, support, blocked))
    return Council(table, cases, 0.0)


def check_against_the_page(draws=20_000):
    """The ranges of §10, £m: A, and the saving over five years."""
    page = {
        "panel": ([1.18, 10.33, 16.23], [8.8, 43.7, 66.4], 0.01),
        "possible-today": ([-0.90, 7.43, 13.92], [-1.8, 31.1, 57.0], 0.01),
        "parent-supported": ([-6.68, -0.51, 4.27], [-23.7, 1.6, 19.5], 0.01),
        "parents-ideal": ([-12.0, -2.7, 3.6], [-41.2, -6.7, 17.4], 0.1),
        "tribunal-tested": ([-6.9, -0.2, 4.7], [-23.2, 3.3, 22.0], 0.1),
    }
    answers = ranges(worked_example(), draws, np.random.default_rng(2024))
    for scenario, (full_effect, total, rounding) in page.items():
        found = answers[scenario] / 1e6
        for name, column, expected, unit in [
            ("A", 0, full_effect, rounding),
            ("over 5 years", -1, total, 0.1),
        ]:
            allowed = 0.034 * (expected[2] - expected[0]) + unit / 2
            apart = np.abs(found[:, column] - expected).max()
            assert apart < allowed, (scenario, name, found[:, column], expected)
    print(f"ranges of the worked example: within the tolerance of model.md §10 ({draws} draws)")


def main():
    check_against_the_page()
    draws = 10_000
    for name, council, times in [
        ("worked example, 28 cases", worked_example(), 21),
        ("invented, 28 cases", invented(28), 21),
        ("invented, 1,650 cases", invented(1_650), 5),
    ]:
        took = []
        for seed in range(times):
            rng = np.random.default_rng(seed)
            start = time.perf_counter()
            ranges(council, draws, rng)
            took.append(1000 * (time.perf_counter() - start))
        print(f"{name}: median {np.median(took):.1f} ms, fastest {min(took):.1f} ms of {times}")
    panel = ranges(invented(1_650), draws, np.random.default_rng(1))["panel"][:, -1]
    print("invented, 1,650 cases, panel over 5 years:", np.round(panel))
    print("numpy", np.__version__)


if __name__ == "__main__":
    main()
