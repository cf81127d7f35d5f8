//! What is done once in a loading of the page, by name, and who waits for its end.

use std::cell::RefCell;
use std::task::{Poll, Waker};

#[derive(Default)]
pub struct Steps {
    /// Names, and whether the step has ended.
    begun: RefCell<Vec<(String, bool)>>,
    waiting: RefCell<Vec<Waker>>,
}

impl Steps {
    /// True for the first who asks, who is to do it.
    pub fn begin(&self, name: &str) -> bool {
        let mut begun = self.begun.borrow_mut();
        let new = begun.iter().all(|(other, _)| other != name);
        if new {
            begun.push((name.to_owned(), false));
        }
        new
    }

    /// It is done, and everybody who waits may look.
    pub fn end(&self, name: &str) {
        for (other, ended) in self.begun.borrow_mut().iter_mut() {
            *ended |= other == name;
        }
        for waker in self.waiting.take() {
            waker.wake();
        }
    }

    /// Lets everything be done again.
    pub fn forget(&self) {
        self.begun.borrow_mut().clear();
        for waker in self.waiting.take() {
            waker.wake();
        }
    }

    pub fn has_ended(&self, name: &str) -> bool {
        self.begun.borrow().iter().any(|(other, ended)| *ended && other == name)
    }

    /// Whether nothing that was begun is still being done.
    pub fn all_ended(&self) -> bool {
        self.begun.borrow().iter().all(|(_, ended)| *ended)
    }

    /// Waits for the end of a step that was begun. One that is forgotten meanwhile is not waited for any longer.
    pub async fn ended(&self, name: &str) {
        std::future::poll_fn(|context| {
            let goes_on = self.begun.borrow().iter().any(|(other, ended)| !ended && other == name);
            if !goes_on {
                return Poll::Ready(());
            }
            self.waiting.borrow_mut().push(context.waker().clone());
            Poll::Pending
        })
        .await;
    }
}
