//! How many cases each group gives.

use super::How;

/// How many cases each group of these sizes is asked for. Groups are in the order of their names,
/// which decides between groups that are alike in everything else.
pub(super) fn wanted(how: How, sizes: &[usize]) -> Vec<usize> {
    match how {
        How::Random { n } | How::InProportion { n } => in_proportion(n, sizes),
        How::SameInEach { each } => vec![each; sizes.len()],
        How::AtLeast { n, each } => at_least(n, each, sizes),
    }
}

/// `n`, or all where there are fewer, spread by size: whole shares first, what is left to the
/// largest remainders.
fn in_proportion(n: usize, sizes: &[usize]) -> Vec<usize> {
    let total: usize = sizes.iter().sum();
    if total == 0 {
        return vec![0; sizes.len()];
    }
    let n = n.min(total);
    let mut shares: Vec<usize> = sizes.iter().map(|size| n * size / total).collect();
    let left = n - shares.iter().sum::<usize>();
    let remainder = |at: &usize| sizes.get(*at).map_or(0, |size| n * size % total);
    let mut by_remainder: Vec<usize> = (0..sizes.len()).collect();
    by_remainder.sort_by(|a, b| {
        let larger = sizes.get(*b).cmp(&sizes.get(*a));
        remainder(b).cmp(&remainder(a)).then(larger).then(a.cmp(b))
    });
    for at in by_remainder.into_iter().take(left) {
        if let Some(share) = shares.get_mut(at) {
            *share += 1;
        }
    }
    shares
}

/// In proportion, but at least `each` (or the whole group): groups whose share is smaller get
/// that, and what remains is spread over the others, until none is below.
fn at_least(n: usize, each: usize, sizes: &[usize]) -> Vec<usize> {
    let floors: Vec<usize> = sizes.iter().map(|size| each.min(*size)).collect();
    let n = n.max(floors.iter().sum());
    let mut lifted = vec![false; sizes.len()];
    loop {
        let given = |at: &(usize, &bool)| if *at.1 { floors.get(at.0) } else { None };
        let taken: usize = lifted.iter().enumerate().filter_map(|at| given(&at)).sum();
        let open: Vec<usize> = sizes
            .iter()
            .zip(&lifted)
            .map(|(size, lifted)| if *lifted { 0 } else { *size })
            .collect();
        let shares = in_proportion(n.saturating_sub(taken), &open);
        let rows = shares.iter().zip(&floors).zip(&mut lifted);
        let mut below = false;
        for ((share, floor), lifted) in rows {
            if !*lifted && share < floor {
                (*lifted, below) = (true, true);
            }
        }
        if !below {
            // A group that is too small for `each` is asked for it all the same, so that it is
            // said; it gives what it has.
            let rows = shares.iter().zip(&lifted);
            return rows
                .map(|(share, lifted)| if *lifted { each } else { *share })
                .collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_proportion_by_largest_remainder() {
        // 28 of 1,000: 16.8, 8.4, 2.8: whole shares 16, 8, 2, and two more to .8 and .8.
        let n = |n| How::InProportion { n };
        assert_eq!(wanted(n(28), &[600, 300, 100]), [17, 8, 3]);
        // Shares of 1/3 each: one is left, and all remainders and sizes are alike.
        assert_eq!(wanted(n(10), &[30, 30, 30]), [4, 3, 3]);
        // 1.5 and 0.5: of the same remainder the larger group is first.
        assert_eq!(wanted(n(2), &[1, 3]), [0, 2]);
        assert_eq!(wanted(n(9), &[2, 3]), [2, 3]);
        assert_eq!(wanted(n(0), &[2, 3]), [0, 0]);
    }

    #[test]
    fn the_same_in_each_asks_for_it_even_where_it_is_not_there() {
        assert_eq!(wanted(How::SameInEach { each: 4 }, &[9, 2, 4]), [4, 4, 4]);
    }

    #[test]
    fn at_least_so_many_in_each() {
        let how = |n, each| How::AtLeast { n, each };
        // In proportion 16.8, 8.4, 2.8; the last is lifted to 5, and 23 are left for 600 and 300:
        // 15.33 and 7.67.
        assert_eq!(wanted(how(28, 5), &[600, 300, 100]), [15, 8, 5]);
        // Lifting the smallest takes the second below 5 too: 9 and 1 of 10 left, then 5.
        assert_eq!(wanted(how(15, 5), &[900, 100, 10]), [5, 5, 5]);
        // Where the floors alone are more than was asked for, they are what is drawn.
        assert_eq!(wanted(how(3, 2), &[50, 40, 30]), [2, 2, 2]);
        // A group with fewer is asked for all the same.
        assert_eq!(wanted(how(20, 3), &[100, 2]), [18, 3]);
    }

    #[test]
    fn nobody_is_lost_or_invented() {
        for n in 0..60 {
            for each in 0..6 {
                let sizes = [17, 3, 0, 25, 1, 9];
                let floors: usize = sizes.iter().map(|size| each.min(*size)).sum();
                let asked = wanted(How::AtLeast { n, each }, &sizes);
                let given: usize = asked.iter().zip(sizes).map(|(w, size)| size.min(*w)).sum();
                assert_eq!(given, n.max(floors).min(55), "{n} {each}: {asked:?}");
                let enough = asked
                    .iter()
                    .zip(sizes)
                    .all(|(w, size)| *w >= each.min(size));
                assert!(enough, "{n} {each}: {asked:?}");
            }
        }
    }
}
