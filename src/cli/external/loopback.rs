//! The prober against a small server on this machine: good, wrong, slow and hostile.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "these tests panic when they fail, and measure how long an answer takes"
)]

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use super::gate::Pace;
use super::prober::{Limits, Prober};
use crate::{Answer, Probe};

const LIMITS: Limits = Limits {
    pace: Pace { hosts: 8, per_host: 2, gap: Duration::ZERO },
    timeout: Duration::from_secs(5),
    redirects: 5,
    allowed: |url| url.path() != "/secret",
    proxy: false,
};

const HASTY: Limits = Limits { timeout: Duration::from_millis(300), ..LIMITS };

/// A server, and the first lines of what it was asked.
struct Server {
    base: String,
    log: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Answers each request with what `reply` writes, then hangs up.
    fn new(reply: impl Fn(&str, &str, &mut TcpStream) + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let log = Arc::new(Mutex::new(Vec::new()));
        let (seen, reply) = (Arc::clone(&log), Arc::new(reply));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (seen, reply) = (Arc::clone(&seen), Arc::clone(&reply));
                thread::spawn(move || serve(stream, &seen, &*reply));
            }
        });
        Server { base, log }
    }

    /// Answers every request with these bytes.
    fn saying(bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        Server::new(move |_, _, stream| {
            let _ = stream.write_all(&bytes);
        })
    }

    fn ask_with(&self, limits: Limits, path: &str) -> Answer {
        Prober::new(limits).probe(&format!("{}{path}", self.base))
    }

    fn ask(&self, path: &str) -> Answer {
        self.ask_with(LIMITS, path)
    }

    /// What it was asked since the last time.
    fn asked(&self) -> Vec<String> {
        std::mem::take(&mut *self.log.lock().unwrap())
    }
}

fn serve(mut stream: TcpStream, seen: &Mutex<Vec<String>>, reply: &dyn Fn(&str, &str, &mut TcpStream)) {
    let mut request = Vec::new();
    let mut byte = [0];
    while !request.ends_with(b"\r\n\r\n") && request.len() < 10_000 {
        match stream.read(&mut byte) {
            Ok(1) => request.push(byte[0]),
            _ => break,
        }
    }
    let request = String::from_utf8_lossy(&request).into_owned();
    let mut words = request.split(' ');
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    seen.lock().unwrap().push(format!("{method} {path}"));
    reply(method, path, &mut stream);
}

fn unsure(answer: &Answer) -> &str {
    match answer {
        Answer::Unsure(why) => why,
        other => panic!("{other:?} is too sure"),
    }
}

/// A site on which a path is a status, and where it leads on to: `/301/200`.
fn site() -> Server {
    Server::new(|method, path, stream| {
        let (first, rest) = path[1..].split_once('/').unwrap_or((&path[1..], ""));
        let (for_head, for_get) = first.split_once('-').unwrap_or((first, first));
        let status = if method == "HEAD" { for_head } else { for_get };
        let more = if status.starts_with('3') { format!("Location: /{rest}\r\n") } else { String::new() };
        let head = format!("HTTP/1.1 {status} Words\r\n{more}Content-Length: 0\r\nConnection: close\r\n\r\n");
        let _ = stream.write_all(head.as_bytes());
    })
}

#[test]
fn answers_are_what_servers_mean() {
    let site = site();
    let at = |path: &str| format!("{}{path}", site.base);
    let cases = [
        ("/200", Answer::Alive),
        ("/204", Answer::Alive),
        ("/404-200", Answer::Alive),
        ("/403-200", Answer::Alive),
        ("/405-200", Answer::Alive),
        ("/501-204", Answer::Alive),
        ("/500-200", Answer::Alive),
        ("/404", Answer::Gone(404)),
        ("/410", Answer::Gone(410)),
        ("/405-404", Answer::Gone(404)),
        ("/301/200", Answer::Moved(at("/200"))),
        ("/308/200", Answer::Moved(at("/200"))),
        ("/301/308/200", Answer::Moved(at("/200"))),
        ("/301/405-200", Answer::Moved(at("/405-200"))),
        ("/404-301/200", Answer::Moved(at("/200"))),
        ("/302/200", Answer::Alive),
        ("/307/200", Answer::Alive),
        ("/302/301/200", Answer::Alive),
        ("/301/302/200", Answer::Moved(at("/302/200"))),
        ("/301/404", Answer::Gone(404)),
        ("/302/410", Answer::Gone(410)),
        ("/301/301/301/301/301/200", Answer::Moved(at("/200"))),
    ];
    for (path, wanted) in cases {
        assert_eq!(site.ask(path), wanted, "{path}");
    }
    for (path, why) in [
        ("/401", "answered 401"),
        ("/403", "answered 403"),
        ("/500", "answered 500"),
        ("/404-500", "answered 500"),
        ("/301/503", "answered 503"),
        ("/304", "answered 304"),
        ("/301/301/301/301/301/301/200", "led on and on"),
        ("/301/secret", "lay outside the public web"),
        ("/secret", "lay outside the public web"),
    ] {
        assert_eq!(unsure(&site.ask(path)), why, "{path}");
    }
}

#[test]
fn no_more_is_asked_than_it_takes() {
    let site = site();
    for (path, requests) in [
        ("/200", vec!["HEAD /200"]),
        ("/404", vec!["HEAD /404", "GET /404"]),
        ("/301/200", vec!["HEAD /301/200", "HEAD /200"]),
        ("/429", vec!["HEAD /429"]),
        ("/secret", vec![]),
        ("/301/secret", vec!["HEAD /301/secret"]),
    ] {
        site.ask(path);
        assert_eq!(site.asked(), requests, "{path}");
    }
    let here = Limits { allowed: Limits::default().allowed, ..LIMITS };
    assert_eq!(unsure(&site.ask_with(here, "/200")), "lay outside the public web");
    assert!(site.asked().is_empty(), "this machine was asked");
}

/// Redirects to anything else than a public web address end there.
#[test]
fn redirects_do_not_lead_out_of_the_web() {
    let long = format!("/{}", "a".repeat(3000));
    for (to, why) in [
        ("file:///etc/passwd", "led out of the web"),
        ("ftp://127.0.0.1/", "led out of the web"),
        ("javascript:alert(1)", "led out of the web"),
        ("data:text/html,hello", "led out of the web"),
        ("mailto:a@b.example", "led out of the web"),
        ("http://", "led on to no address"),
        ("http://[::", "led on to no address"),
        (&*long, "led on to no address"),
    ] {
        let server = Server::saying(format!("HTTP/1.1 301 M\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n"));
        assert_eq!(unsure(&server.ask("/")), why, "{to}");
    }
    let nowhere = Server::saying("HTTP/1.1 302 M\r\nContent-Length: 0\r\n\r\n");
    assert_eq!(unsure(&nowhere.ask("/")), "led on to no address");
    let circle = Server::saying("HTTP/1.1 301 M\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n");
    assert_eq!(unsure(&circle.ask("/")), "led on and on");
    assert_eq!(circle.asked().len(), 6, "the first request and five redirects");
}

/// A new address is shown to people, so it is written without anything that could change the text around it.
#[test]
fn a_new_address_is_plain_letters() {
    let server = Server::new(|_, path, stream| {
        let answer: &[u8] = match path {
            "/" => {
                b"HTTP/1.1 301 M\r\nLocation: /a b\xe2\x80\xae\xc3\xa9?q=\xff#part\r\nContent-Length: 0\r\n\r\n"
            }
            _ => b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
        };
        let _ = stream.write_all(answer);
    });
    let Answer::Moved(to) = server.ask("/") else { panic!("not followed") };
    assert!(to.bytes().all(|byte| byte.is_ascii_graphic()) && !to.contains('#'), "{to}");
    assert!(to.ends_with("/a%20b%E2%80%AE%C3%A9?q=%EF%BF%BD"), "{to}");
}

/// Asks in a hurry; however the server behaves, the answer comes in time and is no finding.
fn hurried(server: &Server, path: &str) -> String {
    let started = Instant::now();
    let answer = server.ask_with(HASTY, path);
    // Twice the time for all requests, and the last one.
    let most = HASTY.timeout * 3 + Duration::from_millis(700);
    assert!(started.elapsed() < most, "{path} took {:?}", started.elapsed());
    unsure(&answer).to_owned()
}

#[test]
fn slow_servers_are_not_awaited() {
    let silent = Server::new(|_, _, _| thread::sleep(Duration::from_secs(5)));
    assert_eq!(hurried(&silent, "/"), "did not answer within 0.3 s");
    assert_eq!(silent.asked().len(), 1, "who does not answer is not asked in another way");
    let dripping = Server::new(|_, _, stream| {
        let letters = b"HTTP/1.1 200 OK\r\n".iter().chain(std::iter::repeat(&b'x'));
        for letter in letters.take(200) {
            if stream.write_all(&[*letter]).is_err() {
                return;
            }
            thread::sleep(Duration::from_millis(40));
        }
    });
    assert_eq!(hurried(&dripping, "/"), "did not answer within 0.3 s");
    let slow_circle = Server::new(|_, _, stream| {
        thread::sleep(Duration::from_millis(200));
        let _ = stream.write_all(b"HTTP/1.1 302 F\r\nLocation: /\r\nContent-Length: 0\r\n\r\n");
    });
    assert_eq!(hurried(&slow_circle, "/"), "did not answer within 0.3 s");
}

#[test]
fn broken_answers_are_no_answers() {
    let broken: [&[u8]; 9] = [
        b"",
        b"\r\n\r\n",
        b"hello\r\n\r\n",
        b"HTTP/1.1\r\n\r\n",
        b"HTTP/9.9 200 OK\r\n\r\n",
        b"HTTP/1.1 99999 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 2\xff0 OK\r\n\r\n",
        b"\0\0\0\0\x15\x03\x01\0\x02\x02\x46",
    ];
    for bytes in broken {
        let server = Server::saying(bytes);
        hurried(&server, "/");
    }
    let headers = Server::new(|_, _, stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n");
        while stream.write_all(b"X-More: and more and more and more and more\r\n").is_ok() {}
    });
    hurried(&headers, "/");
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let answer = Prober::new(HASTY).probe(&format!("http://{nobody}/"));
    assert_eq!(unsure(&answer), "could not be reached");
    assert_eq!(unsure(&Prober::new(HASTY).probe("http://a b/")), "could not be read as an address");
}

#[test]
fn a_body_without_end_is_not_read() {
    let endless = Server::new(|method, _, stream| {
        if method == "HEAD" {
            let _ = stream.write_all(b"HTTP/1.1 405 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return;
        }
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n");
        while stream.write_all(&[b'x'; 4096]).is_ok() {}
    });
    let started = Instant::now();
    assert_eq!(endless.ask("/"), Answer::Alive);
    assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
}

#[test]
fn a_server_without_good_tls_is_no_finding() {
    let plain = Server::saying("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n");
    let secure = Server { base: plain.base.replace("http:", "https:"), log: Arc::clone(&plain.log) };
    hurried(&secure, "/");
    let dripping = Server::new(|_, _, stream| {
        // The start of a record that never ends.
        let _ = stream.write_all(&[0x16, 3, 3, 0x3f, 0xff]);
        while stream.write_all(&[0]).is_ok() {
            thread::sleep(Duration::from_millis(40));
        }
    });
    let dripping = Server { base: dripping.base.replace("http:", "https:"), log: dripping.log };
    hurried(&dripping, "/");
}

#[test]
fn a_host_that_asks_for_rest_gets_it() {
    let tired = Server::saying("HTTP/1.1 503 Busy\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n");
    let prober = Prober::new(LIMITS);
    for path in ["/a", "/b", "/c"] {
        let answer = prober.probe(&format!("{}{path}", tired.base));
        assert_eq!(unsure(&answer), "asked to be left alone for a while");
    }
    assert_eq!(tired.asked(), ["HEAD /a"]);
    let dead = Server::new(|_, _, _| thread::sleep(Duration::from_secs(2)));
    let prober = Prober::new(HASTY);
    for i in 0..6 {
        assert_eq!(unsure(&prober.probe(&format!("{}/{i}", dead.base))), "did not answer within 0.3 s");
    }
    assert_eq!(dead.asked().len(), 3, "a host that never answers is left alone");
}

#[test]
fn a_host_is_not_asked_too_often() {
    let site = site();
    let gap = Duration::from_millis(150);
    let prober = Prober::new(Limits { pace: Pace { gap, ..LIMITS.pace }, ..LIMITS });
    let started = Instant::now();
    thread::scope(|scope| {
        for _ in 0..2 {
            // Two requests each: no page is there.
            scope.spawn(|| assert_eq!(prober.probe(&format!("{}/404", site.base)), Answer::Gone(404)));
        }
    });
    assert_eq!(site.asked().len(), 4);
    assert!(started.elapsed() >= gap * 3, "{:?}", started.elapsed());
}

#[test]
fn a_server_can_see_who_asks() {
    let agent = Arc::new(Mutex::new(String::new()));
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let seen = Arc::clone(&agent);
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut buffer = [0; 4096];
        let length = stream.read(&mut buffer).unwrap_or_default();
        *seen.lock().unwrap() = String::from_utf8_lossy(&buffer[..length]).to_lowercase();
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    });
    assert_eq!(Prober::new(LIMITS).probe(&base), Answer::Alive);
    let wanted = format!("user-agent: wegwijs/{}", env!("CARGO_PKG_VERSION"));
    assert!(agent.lock().unwrap().contains(&wanted), "{}", agent.lock().unwrap());
}
