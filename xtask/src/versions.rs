//! The versions of what builds the page. Cargo.toml pins the crates, and a test here says which are raised together.

/// wasm-bindgen reads what its crate of the same version wrote into the module. It promises nothing about what the
/// splitter leaves open in it, so the splitter is raised with it.
pub const WASM_BINDGEN: &str = "0.2.130";
/// wasm-opt's package; Debian's 108 refuses what today's compiler writes.
pub const BINARYEN: &str = "binaryen@132.0.0";
/// Joins the scripts and makes scripts and styles small.
pub const ESBUILD: &str = "esbuild@0.28.2";

#[cfg(test)]
mod tests {
    use super::*;

    /// In the page, what stands at the cut; in `xtask`, what cuts there.
    const SPLIT_HELPERS: &str = "0.2.3";
    const SPLITTER: &str = "0.2.4";
    const TOGETHER: [(&str, &str); 4] = [
        ("wasm-bindgen", WASM_BINDGEN),
        ("wasm-bindgen-cli-support", WASM_BINDGEN),
        ("wasm_split_helpers", SPLIT_HELPERS),
        ("wasm_split_cli_support", SPLITTER),
    ];

    #[test]
    fn what_binds_and_splits_is_raised_together() {
        let manifest = include_str!("../../Cargo.toml");
        let lock = include_str!("../../Cargo.lock");
        let together: Vec<String> = TOGETHER.iter().map(|(name, version)| format!("{name} {version}")).collect();
        let advice = format!(
            "These fit each other and are raised together: {}. Raise all of them in [workspace.dependencies] of Cargo.toml and in \
             xtask/src/versions.rs, compare the splitter's src/js.rs and src/snippets with xtask/src/parts.js, and run `cargo xtask test`.",
            together.join(", ")
        );
        for (name, version) in TOGETHER {
            assert!(
                manifest.contains(&format!("\n{name} = \"={version}\"\n")),
                "Cargo.toml does not pin {name} = \"={version}\". {advice}"
            );
            let locked: Vec<&str> = lock
                .split("[[package]]")
                .filter(|package| package.contains(&format!("\nname = \"{name}\"\n")))
                .filter_map(|package| package.lines().find_map(|line| line.strip_prefix("version = ")))
                .map(|locked| locked.trim_matches('"'))
                .collect();
            assert_eq!(locked, [version], "{name} in Cargo.lock. {advice}");
        }
    }
}
