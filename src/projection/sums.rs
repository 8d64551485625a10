//! Weighted sums along the draws of a block: where nearly all of the time goes. Additions happen in
//! the order in which they are asked for, whatever the machine, so that the same seed gives the
//! same figures everywhere.

/// `sums += factor × numbers`, draw by draw.
pub(super) fn add(sums: &mut [f64], factor: f64, numbers: &[f64]) {
    for (sum, number) in sums.iter_mut().zip(numbers) {
        *sum += factor * number;
    }
}

/// `sums += factor × numbers` for all of these, draw by draw. Four at a time, so that the sums are
/// read and written less often.
pub(super) fn add_all<'a>(sums: &mut [f64], terms: impl Iterator<Item = (f64, &'a [f64])>) {
    let mut terms = terms.fuse();
    loop {
        match [(); 4].map(|()| terms.next()) {
            [Some(a), Some(b), Some(c), Some(d)] => add_four(sums, [a, b, c, d]),
            fewer => {
                for (factor, numbers) in fewer.into_iter().flatten() {
                    add(sums, factor, numbers);
                }
                return;
            }
        }
    }
}

fn add_four(sums: &mut [f64], terms: [(f64, &[f64]); 4]) {
    let draws = sums.len();
    let [a, b, c, d] = terms.map(|(_, numbers)| &numbers[..draws]);
    let [of_a, of_b, of_c, of_d] = terms.map(|(factor, _)| factor);
    for (i, sum) in sums.iter_mut().enumerate() {
        *sum = *sum + of_a * a[i] + of_b * b[i] + of_c * c[i] + of_d * d[i];
    }
}
