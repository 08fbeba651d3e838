//! Starting and ending.

#![expect(clippy::disallowed_methods, reason = "only a command knows what day it is and how long it took")]

use std::future::Future;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Context;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpListener;
use tokio::runtime::Builder;

use super::super::args::ServeArgs;
use super::super::{Ended, say};
use super::answer::answer;
use super::host::Hosts;
use super::judge::{Bench, Work};
use super::keep::Keeper;
use super::listen::{Ears, listen};
use super::stage::Stage;
use super::watch::Watch;
use crate::live::Live;
use crate::source::{Limits, read_folder};

/// A connection on which nothing is asked for so long is closed.
const IDLE: Duration = Duration::from_secs(60);

/// So many pages are made at once at most. Making them keeps a processor busy, so more would not be faster.
const MAKERS: usize = 4;

/// Shows a guide until Ctrl-C.
pub(in super::super) fn run(args: &ServeArgs) -> anyhow::Result<Ended> {
    let started = Instant::now();
    anyhow::ensure!(args.folder.is_dir(), "there is no folder {}", args.folder.display());
    let root = args.folder.canonicalize().with_context(|| format!("cannot read {}", args.folder.display()))?;
    let date = args.date.unwrap_or_else(|| jiff::Zoned::now().date());
    let ears = listen(args.host.as_deref(), args.port)?;
    if args.port != 0 && ears.hosts.port != args.port {
        say::remark(&format!("port {} is in use; this is port {}", args.port, ears.hosts.port));
    }
    let progress = say::progress("reading");
    // Watched first: what happens while the folder is read is heard of.
    let watch = Watch::new(&root);
    let tree = read_folder(&root, Limits::default());
    let live = Live::new(tree.clone(), date);
    progress.finish_and_clear();
    let stage = Arc::new(Stage::new(live.now(), date));
    let bench: Arc<Bench> = Arc::default();
    bench.hand(Work { snapshot: live.now(), changed: Vec::new(), took: started.elapsed() });
    say::result(&format!("as on {date} at {} (Ctrl-C ends it)", ears.address()));
    if !ears.private {
        say::remark("careful: others on the network can read this guide now, also what is not published yet");
    }
    let (judging, judged) = (Arc::clone(&bench), Arc::clone(&stage));
    let keeper = Keeper { root, tree, live, watch, stage: Arc::clone(&stage), bench };
    // Both end with the program. One that ends before it has failed, and said why on the terminal.
    let threads = [thread::spawn(move || judging.work(&judged)), thread::spawn(move || keeper.keep())];
    serve(ears, stage, || threads.iter().all(|thread| !thread.is_finished()))
}

/// Answers until Ctrl-C, or until something failed.
fn serve(ears: Ears, stage: Arc<Stage>, alive: impl Fn() -> bool) -> anyhow::Result<Ended> {
    let runtime = Builder::new_current_thread().enable_all().max_blocking_threads(MAKERS).build();
    let runtime = runtime.context("cannot start the server")?;
    let ended = runtime.block_on(async {
        let hosts = Arc::new(ears.hosts);
        for listener in ears.listeners {
            let listener = TcpListener::from_std(listener).context("cannot listen")?;
            tokio::spawn(accept(listener, Arc::clone(&stage), Arc::clone(&hosts)));
        }
        let mut stop = Box::pin(tokio::signal::ctrl_c());
        loop {
            match tokio::time::timeout(Duration::from_secs(1), stop.as_mut()).await {
                Ok(stopped) => {
                    stopped.context("cannot hear Ctrl-C")?;
                    say::remark("stopped");
                    return Ok(Ended::Fine);
                }
                Err(_) => anyhow::ensure!(alive(), "stopped, as this program made a mistake; please report it"),
            }
        }
    });
    // Pages that are still being made are not waited for.
    runtime.shutdown_background();
    ended
}

async fn accept(listener: TcpListener, stage: Arc<Stage>, hosts: Arc<Hosts>) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                // Small answers go out at once.
                let _ = stream.set_nodelay(true);
                tokio::spawn(converse(TokioIo::new(stream), Arc::clone(&stage), Arc::clone(&hosts)));
            }
            // Too many open files, most likely: some will be closed.
            Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
        }
    }
}

/// Answers all requests of one connection. How it ends is the browser's business.
fn converse(
    stream: TokioIo<tokio::net::TcpStream>,
    stage: Arc<Stage>,
    hosts: Arc<Hosts>,
) -> impl Future<Output = ()> + Send {
    let service = service_fn(move |request| answer(Arc::clone(&stage), Arc::clone(&hosts), request));
    let mut server = http1::Builder::new();
    server.timer(TokioTimer::new()).header_read_timeout(IDLE);
    let connection = server.serve_connection(stream, service);
    async move {
        let _ = connection.await;
    }
}
