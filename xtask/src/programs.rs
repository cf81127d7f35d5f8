//! The commands and options of the project's two programs, and what a line of a document says of them.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::command::Result;

/// A program as its usage tells it.
#[derive(Debug, Default)]
pub struct Program {
    commands: BTreeSet<String>,
    options: BTreeSet<String>,
}

/// Commands and options of this program, from its usage.
pub fn usage(text: &str) -> Program {
    let mut program = Program::default();
    for line in text.lines().filter_map(|line| line.strip_prefix("  ")) {
        let told = line.split("  ").next().unwrap_or(line);
        for (at, word) in told.split([' ', '[', ']', '|']).filter(|word| !word.is_empty()).enumerate() {
            match word.starts_with("--") {
                true => program.options.insert(word.trim_start_matches('-').to_owned()),
                false if at == 0 && !line.starts_with(' ') => program.commands.insert(word.to_owned()),
                false => false,
            };
        }
    }
    program
}

/// Commands and options of `award-kit`, from what describes its command line.
pub fn kit(source: &str) -> Result<Program> {
    let tokens: TokenStream = source.parse().map_err(|error| format!("src/command/arguments.rs is not Rust ({error})."))?;
    let mut program = Program::default();
    members(tokens, &mut program);
    match program.commands.is_empty() {
        true => Err("src/command/arguments.rs has no `enum Command`.".to_owned()),
        false => Ok(program),
    }
}

fn members(tokens: TokenStream, program: &mut Program) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) if matches!(&tokens[..at], [.., TokenTree::Ident(word), TokenTree::Ident(name)] if word == "enum" && name == "Command") => {
                program.commands.extend(group.stream().into_iter().filter_map(|token| match token {
                    TokenTree::Ident(name) => Some(kebab(&name.to_string())),
                    _ => None,
                }));
                members(group.stream(), program);
            }
            TokenTree::Group(group) if group.delimiter() != Delimiter::Bracket => members(group.stream(), program),
            // A field: its name stands before a colon.
            TokenTree::Punct(mark) if mark.as_char() == ':' => {
                if let Some(TokenTree::Ident(name)) = tokens.get(at.wrapping_sub(1)) {
                    program.options.insert(name.to_string().replace('_', "-"));
                }
            }
            _ => {}
        }
    }
}

/// `RatingSheet` as clap spells it on the command line.
fn kebab(name: &str) -> String {
    let mut spelt = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !spelt.is_empty() {
            spelt.push('-');
        }
        spelt.extend(letter.to_lowercase());
    }
    spelt
}

/// What a line says of commands that are not there.
pub fn strange(line: &str, kit: &Program, xtask: &Program) -> Vec<String> {
    let line = line.split(" #").next().unwrap_or(line);
    [("cargo xtask ", xtask), ("award-kit ", kit)]
        .into_iter()
        .flat_map(|(program, knows)| {
            let calls = line.match_indices(program).filter(|(at, _)| !line[..*at].ends_with(['/', '-', '.']));
            calls.flat_map(move |(at, _)| call(program, &line[at + program.len()..], knows))
        })
        .collect()
}

/// One call, up to what another program is given.
fn call(program: &str, words: &str, knows: &Program) -> Vec<String> {
    let words: Vec<&str> = words.split(' ').take_while(|word| !["|", "&&", ";", ">", "--"].contains(word)).collect();
    let is_command = |word: &&&str| word.starts_with(|letter: char| letter.is_ascii_lowercase()) && !word.contains(['.', '/', '…']);
    let missing = words.first().filter(is_command).map(|word| word.trim_end_matches(['`', ',', ';', '.', ':']));
    let missing = missing.filter(|word| !knows.commands.contains(*word) && *word != "help");
    let options = words
        .iter()
        .filter_map(|word| word.strip_prefix("--"))
        .map(|word| word.split(['=', ']', ',']).next().unwrap_or(word));
    let strange = options.filter(|option| !option.is_empty() && !knows.options.contains(*option) && !["help", "version"].contains(option));
    let commands = missing.map(|word| format!("`{program}{word}` is no command"));
    commands
        .into_iter()
        .chain(strange.map(|option| format!("`{program}` has no option --{option}")))
        .collect()
}

#[cfg(test)]
pub mod tests {
    use super::*;

    pub const ARGUMENTS: &str = "struct Arguments { #[arg(long)] pub pack: Option<PathBuf>, }\n\
        #[derive(Subcommand)] enum Command { /// Prints\n New, /// Prints\n Score { file: PathBuf }, #[command(hide = true)] RatingSheet { #[arg(long)] passphrase_file: PathBuf }, }";
    pub const USED: &str = "Usage: cargo xtask <command>\n\n  serve [--port N]\n                        build\n  test [native|web] [-- ARGS]\n  dist                  build into dist/\n\nThe first";

    #[test]
    fn commands_are_read_from_what_describes_them() {
        let (kit_known, xtask_known) = (kit(ARGUMENTS).unwrap(), usage(USED));
        assert_eq!(
            kit_known.commands.iter().map(String::as_str).collect::<Vec<_>>(),
            ["new", "rating-sheet", "score"]
        );
        assert_eq!(xtask_known.commands.iter().map(String::as_str).collect::<Vec<_>>(), ["dist", "serve", "test"]);
        assert!(kit("struct Arguments;").is_err());
    }
}
