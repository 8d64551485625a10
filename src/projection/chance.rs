//! Chance that is the same everywhere: the named generator of all draws and resamples, one stream
//! for every thing that is drawn for.
//!
//! The generator is Xoshiro256++. A stream's key is FNV-1a (64 bits) over the seed (eight bytes,
//! the lowest first), a letter for the kind of thing, and its identifier in UTF-8; the key is
//! expanded by SplitMix64. So what is drawn for one thing depends on the seed and its name alone.
//! Logarithms are `libm`'s, so that all platforms draw the same numbers.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

/// What is drawn for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Drawn {
    /// A judged child (model.md §6).
    Case,
    /// A provision's imaginary child (model.md §6).
    Provision,
    /// Agreement between members' ratings (model.md §9).
    Agreement,
    /// A child on the list from which cases are drawn.
    Listed,
}

impl Drawn {
    const fn letter(self) -> u8 {
        match self {
            Self::Case => b'c',
            Self::Provision => b'p',
            Self::Agreement => b'a',
            Self::Listed => b'l',
        }
    }
}

/// A stream of chance.
#[derive(Clone, Debug)]
pub(crate) struct Chance(Xoshiro256PlusPlus);

impl Chance {
    /// The stream of this seed and thing, at its beginning.
    pub fn of(seed: u64, drawn: Drawn, id: &str) -> Self {
        Self::of_key(Self::key(seed, drawn, id))
    }

    /// The stream with this key, at its beginning.
    pub fn of_key(key: u64) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(key))
    }

    /// The key of the stream of this seed and thing.
    pub fn key(seed: u64, drawn: Drawn, id: &str) -> u64 {
        const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
        const PRIME: u64 = 0x0000_0100_0000_01b3;
        let seed = seed.to_le_bytes();
        let bytes = seed.iter().copied().chain([drawn.letter()]);
        bytes.chain(id.bytes()).fold(OFFSET, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(PRIME)
        })
    }

    /// A number above 0 and below 1.
    pub fn uniform(&mut self) -> f64 {
        const STEP: f64 = 1.0 / (1u64 << 52) as f64;
        ((self.0.next_u64() >> 12) as f64 + 0.5) * STEP
    }

    /// A whole number of 64 bits, all alike.
    pub fn whole(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A whole number below `n`, all alike (to one in 2⁵²); 0 if `n` is 0.
    pub fn below(&mut self, n: usize) -> usize {
        ((self.uniform() * n as f64) as usize).min(n.saturating_sub(1))
    }

    /// A Gamma(1).
    pub fn gamma_1(&mut self) -> f64 {
        -libm::log(self.uniform())
    }
}
