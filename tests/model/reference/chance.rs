//! Chance of the tests' own, so that nothing of it is shared with the program: SplitMix64 (Steele,
//! Lea and Flood, 2014), and Gamma variates by rejection (Ahrens and Dieter, 1974, GS).

/// A stream of chance.
pub struct Chance(u64);

impl Chance {
    /// The stream of a named seed.
    pub fn named(name: &str) -> Self {
        let mut seed = 0u64;
        for byte in name.bytes() {
            seed = Self(seed ^ u64::from(byte)).next();
        }
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number above 0 and below 1.
    pub fn uniform(&mut self) -> f64 {
        ((self.next() >> 11) as f64 + 0.5) / (1u64 << 53) as f64
    }

    /// A Gamma variate of a shape up to 1; of shape 0 it is 0.
    pub fn gamma(&mut self, shape: f64) -> f64 {
        assert!((0.0..=1.0).contains(&shape));
        if shape == 0.0 {
            return 0.0;
        }
        if shape == 1.0 {
            return -self.uniform().ln();
        }
        let whole = 1.0 + shape / std::f64::consts::E;
        loop {
            let at = whole * self.uniform();
            let (x, accepted) = if at <= 1.0 {
                let x = at.powf(1.0 / shape);
                (x, (-x).exp())
            } else {
                let x = -((whole - at) / shape).ln();
                (x, x.powf(shape - 1.0))
            };
            if self.uniform() <= accepted {
                return x;
            }
        }
    }
}

#[test]
fn gamma_variates_have_the_mean_and_variance_of_their_shape() {
    let mut chance = Chance::named("gamma");
    for shape in [0.001, 0.05, 0.5, 0.9, 1.0] {
        let n = 40_000;
        let all: Vec<f64> = (0..n).map(|_| chance.gamma(shape)).collect();
        let mean = all.iter().sum::<f64>() / f64::from(n);
        let spread = all.iter().map(|x| (x - shape).powi(2)).sum::<f64>() / f64::from(n);
        // Mean and variance are both the shape; the fourth central moment is 3·shape² + 6·shape.
        let n = f64::from(n);
        assert!((mean - shape).abs() < 5.0 * (shape / n).sqrt(), "{shape}");
        let fourth = (2.0 * shape * shape + 6.0 * shape) / n;
        assert!((spread - shape).abs() < 5.0 * fourth.sqrt(), "{shape}");
    }
}
