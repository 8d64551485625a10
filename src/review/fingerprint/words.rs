//! The words of a fingerprint: short, calm, of things that can be pictured, each with another
//! beginning. None is about people, illness, money, school or feelings, and none is a common first
//! name, since ten of them stand over a page of children's cases. The list never changes: words
//! that somebody took away must still be the words of that fingerprint.

/// One word for each value of a byte, in the order of the alphabet.
#[rustfmt::skip]
pub(super) const LIST: [&str; 256] = [
    "acorn", "adder", "alcove", "alder", "anchor", "anvil", "apple", "arch",
    "arrow", "atlas", "attic", "avenue", "azure", "badger", "bamboo", "banjo",
    "barley", "beacon", "birch", "bison", "blue", "bobbin", "bonnet", "bottle",
    "bridge", "brook", "bucket", "bugle", "button", "cabin", "cactus", "canoe",
    "castle", "cedar", "chime", "clip", "clover", "cobalt", "comet", "copper",
    "cosmos", "cotton", "cupola", "cymbal", "damson", "dapple", "delta", "denim",
    "dingle", "dock", "domino", "dormer", "dove", "drum", "dusk", "eagle",
    "earth", "easel", "echo", "eddy", "eider", "elder", "elk", "ember",
    "emu", "engine", "ermine", "falcon", "feast", "felt", "ferry", "fiddle",
    "field", "finch", "fjord", "flint", "flute", "forest", "fossil", "fox",
    "frost", "funnel", "gable", "galaxy", "garden", "gate", "gazebo", "gecko",
    "glade", "globe", "goose", "gorse", "grape", "green", "grove", "guitar",
    "hammer", "haven", "hedge", "heron", "hollow", "horn", "hutch", "ibex",
    "icicle", "igloo", "inlet", "island", "ivory", "jacket", "jar", "jersey",
    "jetty", "jigsaw", "jumper", "kayak", "kelp", "kernel", "kettle", "kiln",
    "kite", "kiwi", "koala", "ladder", "lagoon", "lake", "lamp", "larch",
    "lava", "lemon", "lentil", "lichen", "lilac", "linen", "lion", "loom",
    "lotus", "lunar", "lupin", "lynx", "magnet", "mango", "maple", "marble",
    "meadow", "melon", "meteor", "mill", "mirror", "mitten", "moon", "mosaic",
    "muffin", "mural", "napkin", "narrow", "nectar", "nettle", "newt", "north",
    "nutmeg", "oak", "oasis", "oboe", "onion", "opal", "orange", "orchid",
    "osprey", "otter", "oval", "owl", "oxbow", "paddle", "panda", "parrot",
    "path", "pebble", "pepper", "piano", "pigeon", "pillow", "pine", "planet",
    "plum", "pocket", "pollen", "pond", "poplar", "prism", "puffin", "purple",
    "quail", "quilt", "rabbit", "radish", "raft", "ribbon", "ridge", "river",
    "rocket", "rudder", "rug", "russet", "saddle", "satin", "scarf", "sepia",
    "shell", "silver", "sketch", "sledge", "snow", "socket", "sonnet", "spruce",
    "squash", "stone", "sugar", "summit", "swan", "table", "tapir", "teal",
    "tent", "tiger", "tile", "timber", "toast", "topaz", "tower", "trout",
    "tulip", "tundra", "turret", "tweed", "umber", "urchin", "valley", "velvet",
    "vessel", "vivid", "wagon", "walnut", "water", "wax", "wheat", "window",
    "wool", "yacht", "yarrow", "yellow", "yew", "zebra", "zenith", "zinc",
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::LIST;

    #[test]
    fn the_words_can_be_told_apart() {
        assert!(LIST.is_sorted());
        let plain = |word: &str| word.bytes().all(|byte| byte.is_ascii_lowercase());
        assert!(
            LIST.iter()
                .all(|word| (3..=6).contains(&word.len()) && plain(word))
        );
        let beginnings: BTreeSet<&str> = LIST.iter().map(|word| &word[..3]).collect();
        assert_eq!(beginnings.len(), 256);
    }
}
