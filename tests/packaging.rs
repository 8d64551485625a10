//! What is packed around the program: the installer's list stays in the part of WiX that two tools
//! build, and names files that exist; the icon has the sizes that its names and Windows ask for.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use roxmltree::{Document, Node};

const WIX: &str = "http://schemas.microsoft.com/wix/2006/wi";
/// By it Windows finds the version that a newer one replaces: it stays as it is for ever.
const UPGRADE_CODE: &str = "3D132EE1-55D3-469E-B65B-9BD545545024";
/// What both WiX v3 and wixl turn into an installer. Of `ProgId`, `Extension` and `Verb` wixl says
/// nothing and makes nothing; `Environment`, `SetProperty`, `UI` and extensions it refuses.
const SUBSET: &[&str] = &[
    "Wix",
    "Product",
    "Package",
    "MajorUpgrade",
    "Media",
    "Icon",
    "Property",
    "Directory",
    "Component",
    "File",
    "Shortcut",
    "RegistryValue",
    "RemoveFolder",
    "CreateFolder",
    "Condition",
    "Feature",
    "ComponentRef",
];
const PROGRAM: &str = "$(var.CargoTargetBinDir)/dbv-case-review.exe";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).unwrap()
}

fn elements<'a>(installer: &'a Document, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    installer
        .descendants()
        .filter(move |node| node.has_tag_name((WIX, name)))
}

/// The files that the installer packs, as it names them.
fn sources(installer: &Document) -> BTreeSet<String> {
    let files = elements(installer, "File").map(|file| file.attribute("Source"));
    let icons = elements(installer, "Icon").map(|icon| icon.attribute("SourceFile"));
    files
        .chain(icons)
        .map(|source| source.unwrap().to_owned())
        .collect()
}

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_below(&path, found);
        } else {
            found.push(path);
        }
    }
}

#[test]
fn the_installer_keeps_to_what_both_tools_build() {
    let text = text("wix/main.wxs");
    let installer = Document::parse(&text).unwrap();
    for node in installer.descendants() {
        assert!(!node.is_pi(), "a preprocessor's instruction: {node:?}");
        if node.is_element() {
            let name = node.tag_name();
            assert_eq!(name.namespace(), Some(WIX), "{name:?}");
            assert!(
                SUBSET.contains(&name.name()),
                "outside the subset: {name:?}"
            );
        }
    }
    // Both tools are given these two variables, each by its own means.
    for variable in text.split("$(").skip(1) {
        let name = variable.split(')').next().unwrap();
        assert!(
            ["var.Version", "var.CargoTargetBinDir"].contains(&name),
            "$({name}) is not given by both tools"
        );
    }
}

#[test]
fn the_installer_replaces_every_older_version() {
    let text = text("wix/main.wxs");
    let installer = Document::parse(&text).unwrap();
    let products: Vec<Node> = elements(&installer, "Product").collect();
    assert_eq!(products.len(), 1);
    assert_eq!(products[0].attribute("UpgradeCode"), Some(UPGRADE_CODE));
    assert_eq!(products[0].attribute("Id"), Some("*"), "new in every build");
    assert_eq!(products[0].attribute("Version"), Some("$(var.Version)"));
    assert_eq!(elements(&installer, "MajorUpgrade").count(), 1);
}

#[test]
fn every_file_that_the_installer_packs_exists() {
    let text = text("wix/main.wxs");
    let sources = sources(&Document::parse(&text).unwrap());
    assert!(sources.contains(PROGRAM), "the program itself");
    for source in sources.iter().filter(|source| *source != PROGRAM) {
        let path = Path::new(source);
        assert!(
            path.components()
                .all(|part| matches!(part, std::path::Component::Normal(_)))
                && !source.contains('\\'),
            "{source}: not a plain path from the project's root"
        );
        assert!(root().join(path).is_file(), "{source} does not exist");
    }
}

#[test]
fn licences_the_readme_and_every_sample_are_packed() {
    let text = text("wix/main.wxs");
    let sources = sources(&Document::parse(&text).unwrap());
    let mut wanted: Vec<PathBuf> = [
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "README.md",
        "assets/fonts/OFL.txt",
    ]
    .map(|name| root().join(name))
    .into();
    files_below(&root().join("sample_reviews"), &mut wanted);
    for path in wanted {
        let name = path.strip_prefix(root()).unwrap().to_str().unwrap();
        let name = name.replace('\\', "/");
        assert!(sources.contains(&name), "{name} is not packed");
    }
}

#[test]
fn every_component_is_of_64_bits_has_a_key_and_is_installed() {
    let text = text("wix/main.wxs");
    let installer = Document::parse(&text).unwrap();
    let mut installed: Vec<&str> = elements(&installer, "ComponentRef")
        .map(|reference| reference.attribute("Id").unwrap())
        .collect();
    let mut components = Vec::new();
    for component in elements(&installer, "Component") {
        let id = component.attribute("Id").unwrap();
        assert_eq!(component.attribute("Win64"), Some("yes"), "{id}");
        let keys = component
            .children()
            .filter(|child| child.attribute("KeyPath") == Some("yes"))
            .count();
        assert_eq!(keys, 1, "{id}");
        components.push(id);
    }
    installed.sort_unstable();
    components.sort_unstable();
    assert_eq!(installed, components);
}

#[test]
fn a_review_opens_with_a_double_click() {
    let text = text("wix/main.wxs");
    let installer = Document::parse(&text).unwrap();
    let value = |key: &str| {
        elements(&installer, "RegistryValue")
            .find(|value| {
                value.attribute("Root") == Some("HKLM")
                    && value.attribute("Key") == Some(&format!(r"Software\Classes\{key}"))
            })
            .and_then(|value| value.attribute("Value"))
            .unwrap_or_else(|| panic!("nothing under {key}"))
    };
    let kind = value(".dbvreview");
    assert!(!value(kind).is_empty());
    // Ids of files, which become their paths.
    let source = |formatted: &str| {
        let id = formatted.strip_prefix("[#")?.strip_suffix(']')?;
        elements(&installer, "File")
            .find(|file| file.attribute("Id") == Some(id))?
            .attribute("Source")
    };
    assert_eq!(
        source(value(&format!(r"{kind}\DefaultIcon"))),
        Some("assets/icon/dbv-case-review.ico")
    );
    let command = value(&format!(r"{kind}\shell\open\command"));
    let program = command
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix(r#"" "%1""#));
    assert_eq!(program.and_then(source), Some(PROGRAM), "{command}");
    let shortcut = elements(&installer, "Shortcut").next().unwrap();
    assert_eq!(source(shortcut.attribute("Target").unwrap()), Some(PROGRAM));
    let icon = shortcut.attribute("Icon");
    assert!(elements(&installer, "Icon").any(|one| one.attribute("Id") == icon));
}

fn icon_file(name: &str) -> PathBuf {
    root().join("assets/icon").join(name)
}

/// Width and height of a PNG file with 8-bit red, green, blue and alpha.
fn png_size(bytes: &[u8]) -> (u32, u32) {
    assert_eq!(bytes[..8], *b"\x89PNG\r\n\x1a\n", "not a PNG file");
    assert_eq!(bytes[12..16], *b"IHDR");
    assert_eq!(bytes[24..26], [8, 6], "depth and kind of colour");
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[test]
fn pictures_of_the_icon_are_square_and_of_the_size_in_their_name() {
    for size in [16, 24, 32, 48, 64, 128, 256] {
        let name = format!("dbv-case-review-{size}.png");
        let bytes = std::fs::read(icon_file(&name)).unwrap();
        assert_eq!(png_size(&bytes), (size, size), "{name}");
        assert!(bytes.len() < 8_000, "{name}: {} bytes", bytes.len());
    }
}

#[test]
fn the_icon_for_windows_holds_every_size() {
    let bytes = std::fs::read(icon_file("dbv-case-review.ico")).unwrap();
    let short = |at: usize| u16::from_le_bytes(bytes[at..at + 2].try_into().unwrap());
    let long = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
    assert_eq!((short(0), short(2)), (0, 1), "not an icon");
    let mut sizes = Vec::new();
    for entry in 0..usize::from(short(4)) {
        let at = 6 + 16 * entry;
        // A byte holds no 256: nought stands for it.
        let [width, height] =
            [bytes[at], bytes[at + 1]].map(|n| if n == 0 { 256 } else { u32::from(n) });
        assert_eq!(width, height);
        assert_eq!(short(at + 6), 32, "bits a pixel of {width}");
        let (length, from) = (long(at + 8) as usize, long(at + 12) as usize);
        let image = &bytes[from..from + length];
        if width == 256 {
            assert_eq!(png_size(image), (256, 256));
        } else {
            // A bitmap's header; its height counts colours and mask.
            let number = |at: usize| u32::from_le_bytes(image[at..at + 4].try_into().unwrap());
            assert_eq!((number(0), number(4), number(8)), (40, width, 2 * width));
        }
        sizes.push(width);
    }
    assert_eq!(sizes, [16, 24, 32, 48, 64, 256]);
}

#[test]
fn drawings_of_the_icon_are_square_and_in_the_colours_of_panel_and_parent() {
    let tokens = text("src/ui/theme/tokens.rs");
    for (name, size) in [("", "64"), ("-16", "16"), ("-24", "24")] {
        let text = text(&format!("assets/icon/dbv-case-review{name}.svg"));
        let drawing = Document::parse(&text).unwrap();
        let svg = drawing.root_element();
        assert!(svg.has_tag_name(("http://www.w3.org/2000/svg", "svg")));
        assert_eq!(
            svg.attribute("viewBox"),
            Some(&*format!("0 0 {size} {size}"))
        );
        let fills: BTreeSet<&str> = drawing
            .descendants()
            .filter_map(|node| node.attribute("fill"))
            .collect();
        let light = |role: &str| {
            let from = tokens.find(&format!("\n    {role}: rgb(0x")).unwrap();
            let hex = &tokens[from..].split_once("0x").unwrap().1[..8];
            format!("#{}", hex.replace('_', ""))
        };
        let wanted = ["panel", "parent", "paper"].map(light);
        assert_eq!(fills, wanted.iter().map(String::as_str).collect(), "{name}");
    }
}
