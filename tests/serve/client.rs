//! The program, and somebody who asks it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// How long anything may take on a machine that has much to do.
const LONG: Duration = Duration::from_secs(60);

/// Waits until something is so.
pub(crate) fn eventually(what: &str, mut is: impl FnMut() -> bool) {
    let started = Instant::now();
    while !is() {
        assert!(started.elapsed() < LONG, "in vain: {what}");
        thread::sleep(Duration::from_millis(20));
    }
}

/// A running `wegwijs serve`. It ends with this value.
pub(crate) struct Served {
    child: Child,
    port: u16,
    said: Arc<Mutex<String>>,
}

impl Served {
    /// Starts on a port that is free.
    pub(crate) fn start(folder: &Path, arguments: &[&str]) -> Self {
        let all: Vec<&str> = ["--port", "0"].iter().chain(arguments).copied().collect();
        Self::start_at(folder, &all)
    }

    /// Starts on a port that is named.
    pub(crate) fn start_at(folder: &Path, arguments: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wegwijs"));
        command.arg("serve").arg(folder).args(["--date", "2026-11-22"]).args(arguments);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
        let said: Arc<Mutex<String>> = Arc::default();
        let streams: [Box<dyn Read + Send>; 2] =
            [Box::new(child.stdout.take().expect("piped")), Box::new(child.stderr.take().expect("piped"))];
        for stream in streams {
            let said = Arc::clone(&said);
            thread::spawn(move || {
                for line in BufReader::new(stream).lines().map_while(Result::ok) {
                    said.lock().expect("not poisoned").push_str(&format!("{line}\n"));
                }
            });
        }
        let mut served = Served { child, port: 0, said };
        eventually("an address is said", || served.hear_port());
        served
    }

    fn hear_port(&mut self) -> bool {
        let said = self.said();
        let port =
            said.lines().find_map(|line| line.strip_prefix("as on ")?.split_once("://")?.1.split('/').next());
        let port = port.and_then(|host| host.rsplit_once(':')?.1.parse().ok());
        assert!(port.is_some() || matches!(self.child.try_wait(), Ok(None)), "it ended: {said}");
        self.port = port.unwrap_or_default();
        // What is said beside comes on another way.
        port.is_some() && said.contains("the guide:")
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Everything on the terminal so far.
    pub(crate) fn said(&self) -> String {
        self.said.lock().expect("not poisoned").clone()
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[])
    }

    pub(crate) fn ask(&self, method: &str, path: &str, headers: &[&str]) -> Answer {
        self.ask_as(&format!("127.0.0.1:{}", self.port), method, path, headers)
    }

    /// Asks under another name.
    pub(crate) fn ask_as(&self, host: &str, method: &str, path: &str, headers: &[&str]) -> Answer {
        let mut stream = self.connect();
        let more: String = headers.iter().map(|header| format!("{header}\r\n")).collect();
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n")
            .expect("sent");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("an answer");
        Answer::read(&String::from_utf8_lossy(&bytes))
    }

    /// The events that an open page hears.
    pub(crate) fn events(&self) -> Events {
        let mut stream = self.connect();
        write!(stream, "GET /_wegwijs/events HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", self.port).expect("sent");
        Events { lines: BufReader::new(stream) }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        stream.set_read_timeout(Some(LONG)).expect("a limit");
        stream
    }

    /// Presses Ctrl-C; how it ended, if it did in time.
    #[cfg(unix)]
    pub(crate) fn interrupt(&mut self, within: Duration) -> Option<i32> {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &id]).status().expect("kill runs").success());
        let started = Instant::now();
        while started.elapsed() < within {
            if let Ok(Some(status)) = self.child.try_wait() {
                return status.code();
            }
            thread::sleep(Duration::from_millis(10));
        }
        None
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An answer to a request.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Answer {
    fn read(text: &str) -> Self {
        let (head, body) = text.split_once("\r\n\r\n").expect("a head");
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).expect("a status");
        let headers = lines.filter_map(|line| line.split_once(": "));
        let headers = headers.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect();
        Answer { status, headers, body: body.to_owned() }
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }
}

/// A stream of events.
pub(crate) struct Events {
    lines: BufReader<TcpStream>,
}

impl Events {
    /// The data of the next event of a kind.
    pub(crate) fn next(&mut self, kind: &str) -> String {
        let mut line = String::new();
        let mut wanted = false;
        let started = Instant::now();
        loop {
            line.clear();
            assert!(started.elapsed() < LONG, "in vain: an event of {kind}");
            assert_ne!(self.lines.read_line(&mut line).expect("an event in time"), 0, "the stream ended");
            match line.trim_end().split_once(": ") {
                Some(("event", other)) => wanted = other == kind,
                Some(("data", data)) if wanted => return data.to_owned(),
                _ => {}
            }
        }
    }
}
