//! Asking about one address, with as few and as small requests as it takes.
//!
//! First only the head of the answer is asked for (`HEAD`). Some servers refuse that or answer it wrongly, so an
//! error counts only when the whole page is refused too (`GET`), of which nothing is read but the head. Redirects
//! are followed here and not by the client: each step must lead to a public web address and wait its turn, and
//! only permanent ones say that a page has moved.

#![expect(clippy::disallowed_methods, reason = "what servers take is measured by the clock")]

use std::io;
use std::time::{Duration, Instant};

use ureq::http::{Response, header};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Body, Error};
use url::Url;

use super::gate::{Gate, Pace};
use super::host::is_public;
use super::kept::is_web;
use crate::{Answer, Probe};

/// How far one question goes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// How much is asked at once.
    pub(super) pace: Pace,
    /// For one request. A question has twice that for all its requests; it may run over by its last request.
    pub(super) timeout: Duration,
    /// Redirects that are followed.
    pub(super) redirects: usize,
    /// Which addresses may be asked: a guide may come from a stranger, and must not make this machine call its
    /// neighbours. Only tests ask this machine itself.
    pub(super) allowed: fn(&Url) -> bool,
    /// Whether a proxy that the environment names is used.
    pub(super) proxy: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            pace: Pace { hosts: 8, per_host: 2, gap: Duration::from_secs(1) },
            timeout: Duration::from_secs(10),
            redirects: 5,
            allowed: is_public,
            proxy: true,
        }
    }
}

/// Asks the web.
pub(super) struct Prober {
    agent: Agent,
    gate: Gate,
    limits: Limits,
}

/// What is at one address, not yet followed further.
enum Step {
    Page,
    Nothing(u16),
    Redirect { to: Url, for_good: bool },
}

/// Why there is no answer.
struct Failure {
    why: String,
    /// The server did something, so that another way of asking may help.
    heard: bool,
}

#[derive(Clone, Copy)]
enum Method {
    Head,
    Get,
}

impl Prober {
    pub(super) fn new(limits: Limits) -> Self {
        // Fails only if there is one already, which is as good.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
        let config = Agent::config_builder()
            .user_agent(user_agent())
            .tls_config(tls)
            .timeout_global(Some(limits.timeout))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false);
        let config = if limits.proxy { config } else { config.proxy(None) };
        Prober { agent: config.build().into(), gate: Gate::new(limits.pace), limits }
    }

    fn follow(&self, address: &str) -> Result<Answer, String> {
        let start = Url::parse(address).map_err(|_| "could not be read as an address".to_owned())?;
        let mut spent = Duration::ZERO;
        // Where the page is for good; a redirect behind a passing one says nothing about that.
        let (mut at, mut home, mut for_good_so_far) = (start.clone(), start.clone(), true);
        for _ in 0..=self.limits.redirects {
            match self.step(&at, &mut spent)? {
                Step::Page if home == start => return Ok(Answer::Alive),
                Step::Page => return Ok(Answer::Moved(home.into())),
                Step::Nothing(status) => return Ok(Answer::Gone(status)),
                Step::Redirect { to, for_good } => {
                    for_good_so_far &= for_good;
                    if for_good_so_far {
                        home = to.clone();
                    }
                    at = to;
                }
            }
        }
        Err("led on and on".to_owned())
    }

    /// What is at this address itself.
    fn step(&self, at: &Url, spent: &mut Duration) -> Result<Step, String> {
        if !is_web(at) {
            return Err("led out of the web".to_owned());
        }
        if !(self.limits.allowed)(at) {
            return Err("lay outside the public web".to_owned());
        }
        match self.request(Method::Head, at, spent) {
            Ok(response) if response.status().as_u16() < 400 => judge(at, &response),
            Ok(response) => {
                self.leave_alone(at, &response)?;
                self.whole(at, spent)
            }
            Err(failure) if failure.heard => self.whole(at, spent),
            Err(failure) => Err(failure.why),
        }
    }

    /// The same, by asking for the whole page.
    fn whole(&self, at: &Url, spent: &mut Duration) -> Result<Step, String> {
        let response = self.request(Method::Get, at, spent).map_err(|failure| failure.why)?;
        self.leave_alone(at, &response)?;
        judge(at, &response)
    }

    /// One request, when its turn has come. The body is not read: the connection is closed instead.
    fn request(&self, method: Method, at: &Url, spent: &mut Duration) -> Result<Response<Body>, Failure> {
        if *spent > self.limits.timeout * 2 {
            return Err(Failure { why: self.too_slow(), heard: false });
        }
        let host = at.host_str().unwrap_or_default();
        let pass = self.gate.enter(host).map_err(|why| Failure { why, heard: false })?;
        let started = Instant::now();
        let request = match method {
            Method::Head => self.agent.head(at.as_str()),
            Method::Get => self.agent.get(at.as_str()),
        };
        let result = request.call();
        drop(pass);
        *spent += started.elapsed();
        let result = result.map_err(|error| self.failure(&error));
        match &result {
            Err(failure) if !failure.heard => self.gate.unanswered(host, &failure.why),
            _ => self.gate.answered(host),
        }
        result
    }

    /// A server that says when to come back is not asked again in this run.
    fn leave_alone(&self, at: &Url, response: &Response<Body>) -> Result<(), String> {
        let status = response.status().as_u16();
        if status == 429 || response.headers().contains_key(header::RETRY_AFTER) {
            let why = "asked to be left alone for a while";
            self.gate.close(at.host_str().unwrap_or_default(), why);
            return Err(why.to_owned());
        }
        Ok(())
    }

    fn too_slow(&self) -> String {
        format!("did not answer within {} s", self.limits.timeout.as_secs_f32())
    }

    fn failure(&self, error: &Error) -> Failure {
        let (why, heard) = match error {
            Error::Timeout(_) => (self.too_slow(), false),
            Error::HostNotFound => ("named a host that does not exist".to_owned(), false),
            Error::Tls(_) | Error::Rustls(_) => (BAD_TLS.to_owned(), false),
            Error::Io(error) => return by_io(error, self),
            Error::Protocol(_) | Error::Http(_) | Error::LargeResponseHeader(..) => {
                ("did not answer as the web does".to_owned(), true)
            }
            _ => (UNREACHABLE.to_owned(), false),
        };
        Failure { why, heard }
    }
}

impl Probe for Prober {
    fn probe(&self, address: &str) -> Answer {
        self.follow(address).unwrap_or_else(Answer::Unsure)
    }
}

const BAD_TLS: &str = "had no TLS that this machine trusts";
const UNREACHABLE: &str = "could not be reached";

fn by_io(error: &io::Error, prober: &Prober) -> Failure {
    let tls = error.get_ref().is_some_and(|inner| inner.is::<rustls::Error>());
    let (why, heard) = match error.kind() {
        _ if tls => (BAD_TLS.to_owned(), false),
        io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => (prober.too_slow(), false),
        io::ErrorKind::ConnectionReset | io::ErrorKind::ConnectionAborted | io::ErrorKind::UnexpectedEof => {
            ("broke off".to_owned(), true)
        }
        _ => (UNREACHABLE.to_owned(), false),
    };
    Failure { why, heard }
}

/// What an answer says about its address.
fn judge(at: &Url, response: &Response<Body>) -> Result<Step, String> {
    let status = response.status().as_u16();
    match status {
        200..=299 => Ok(Step::Page),
        404 | 410 => Ok(Step::Nothing(status)),
        301 | 302 | 303 | 307 | 308 => {
            let to = response.headers().get(header::LOCATION).map(|to| String::from_utf8_lossy(to.as_bytes()));
            let to = to.filter(|to| to.len() <= LONGEST).and_then(|to| at.join(&to).ok());
            let mut to = to.ok_or("led on to no address")?;
            to.set_fragment(None);
            Ok(Step::Redirect { to, for_good: matches!(status, 301 | 308) })
        }
        _ => Err(format!("answered {status}")),
    }
}

/// Characters of an address that are still followed.
const LONGEST: usize = 2000;

/// Who is asking, for those who read their logs.
fn user_agent() -> String {
    let repository = env!("CARGO_PKG_REPOSITORY");
    let about = if repository.is_empty() { String::new() } else { format!(" (+{repository})") };
    format!("wegwijs/{}{about}", env!("CARGO_PKG_VERSION"))
}
