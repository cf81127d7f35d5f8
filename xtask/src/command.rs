//! Running other programs: what they print is shown, and a failure becomes one sentence.

use std::ffi::OsStr;
use std::process::{Command, Stdio};

/// Every command of this program fails with one sentence that says what to do.
pub type Result<T = ()> = std::result::Result<T, String>;

/// Says on standard error what is going on, so that standard output stays free for results.
pub fn say(sentence: &str) {
    eprintln!("» {sentence}");
}

/// Runs `command` with its output shown; `purpose` names it in the error sentence.
pub fn run(command: &mut Command, purpose: &str) -> Result {
    let program = command.get_program().to_string_lossy().into_owned();
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{purpose} failed ({status}); see the messages above.")),
        Err(error) => Err(format!("{purpose} failed: {program} could not be started ({error}).")),
    }
}

/// Standard output of a program that succeeds; nothing when it is missing or fails.
pub fn answer(program: impl AsRef<OsStr>, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
