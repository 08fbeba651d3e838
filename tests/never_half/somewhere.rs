//! The output folder is a link, a mount point, or holds files of somebody else.

use std::fs;

use super::{DAY, Files, OTHER, Project, mounting, whole};
use crate::command::text;

/// The sites of both days, built in ordinary folders.
fn references() -> [Files; 2] {
    let project = Project::new();
    [DAY, OTHER].map(|day| {
        project.built(day, &[]);
        project.site()
    })
}

/// Copies of a mount point as a script saw it, without our own folder.
fn seen(project: &Project, name: &str) -> Files {
    let folder = project.path("seen").join(name);
    let _ = fs::remove_dir_all(folder.join(".wegwijs"));
    whole(&folder)
}

#[test]
fn a_mount_point_is_replaced_from_inside() {
    let project = Project::new();
    let build = "$WEGWIJS build --no-binder --date";
    let script = format!(
        "mkdir -p public seen; mount -t tmpfs none public
        {build} {DAY}; cp -a public/. seen/first; ls -A public/.wegwijs > seen/own
        {build} {DAY} > seen/unchanged
        {build} {OTHER}; cp -a public/. seen/second
        {build} {OTHER} -l nl; {build} {OTHER}; cp -a public/. seen/third
        echo x > public/photo.jpg; code=0; {build} {DAY} || code=$?
        test $code = 2; test -f public/photo.jpg; rm public/photo.jpg; cp -a public/. seen/refused
        ls -A . > seen/beside"
    );
    let Some(output) = mounting(&project.path(""), &script) else { return };
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains("photo.jpg"), "{}", text(&output.stderr));
    let [first, second] = references();
    assert!(seen(&project, "first") == first && seen(&project, "second") == second);
    assert!(seen(&project, "third") == second, "files that are no longer needed went, and came back");
    assert!(seen(&project, "refused") == second);
    let list = |name: &str| fs::read_to_string(project.path("seen").join(name)).expect("a text");
    assert_eq!(list("own"), "state\n", "nothing else is left inside");
    assert!(list("unchanged").contains("nothing changed"), "{}", list("unchanged"));
    assert!(!list("beside").contains(".public"), "{}", list("beside"));
}

/// Here a kill may leave files of both sites, but every file is whole, and the next build completes it.
#[test]
fn a_mount_point_is_whole_again_after_the_next_build() {
    let project = Project::new();
    let build = "$WEGWIJS build --no-binder --date";
    let script = format!(
        "mkdir -p public seen; mount -t tmpfs none public; {build} {DAY}
        for part in 02 05 08 12 16 20 24 28 32 36 40 50 60 80; do
            timeout -s KILL 0.$part {build} {OTHER} || true
            {build} {DAY} -l nl -l en; {build} {DAY}; cp -a public/. seen/$part
        done"
    );
    let Some(output) = mounting(&project.path(""), &script) else { return };
    assert!(output.status.success(), "{}", text(&output.stderr));
    let [first, _] = references();
    let mut parts = 0;
    for entry in fs::read_dir(project.path("seen")).expect("a folder") {
        let name = entry.expect("an entry").file_name();
        assert!(seen(&project, name.to_str().expect("UTF-8")) == first, "killed after 0.{}", name.display());
        parts += 1;
    }
    assert_eq!(parts, 14);
}

/// A folder that can be seen in two places of one file system cannot be exchanged either, and one from a lower layer, as
/// containers have them, cannot be moved at all.
#[test]
fn folders_of_containers_are_replaced() {
    let project = Project::new();
    let build = "$WEGWIJS build --no-binder --date";
    let script = format!(
        "mkdir -p elsewhere seen layers
        mount --bind elsewhere elsewhere; mkdir public; mount --bind elsewhere public
        {build} {DAY}; {build} {OTHER}; cp -a public/. seen/bound; umount public; rmdir public
        {build} {DAY}; mount -t tmpfs none layers; mkdir layers/upper layers/work layers/all
        mount -t overlay -o lowerdir=.,upperdir=layers/upper,workdir=layers/work none layers/all || exit 77
        cp -a layers/all/public/. seen/lower
        {build} {OTHER} layers/all; cp -a layers/all/public/. seen/upper
        {build} {DAY} layers/all; cp -a layers/all/public/. seen/again"
    );
    let Some(output) = mounting(&project.path(""), &script) else { return };
    let [first, second] = references();
    assert!(seen(&project, "bound") == second, "{}", text(&output.stderr));
    if output.status.code() == Some(77) {
        eprintln!("skipped: this machine lets nobody mount layers");
        return;
    }
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(seen(&project, "lower") == first);
    assert!(seen(&project, "upper") == second);
    assert!(seen(&project, "again") == first);
}

#[cfg(unix)]
#[test]
fn what_a_link_points_to_is_exchanged() {
    let project = Project::new();
    let elsewhere = tempfile::tempdir().expect("a folder");
    let target = elsewhere.path().join("www");
    std::os::unix::fs::symlink(&target, project.path("public")).expect("a link");
    let refused = project.build(DAY, &[]);
    assert_eq!(refused.status.code(), Some(2), "a link to nothing");
    assert!(text(&refused.stderr).contains("a symbolic link to a folder that does not exist"));
    fs::create_dir(&target).expect("a folder");
    for day in [DAY, OTHER] {
        project.built(day, &[]);
        assert!(project.path("public").is_symlink());
    }
    let [_, second] = references();
    assert!(whole(&target) == second);
    let mut there: Vec<_> = fs::read_dir(elsewhere.path())
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    there.sort();
    assert_eq!(there, [".www.state", "www"], "beside what the link points to");
}

#[test]
fn files_of_somebody_else_stay() {
    let project = Project::new();
    project.built(DAY, &[]);
    let photo = project.path("public/duinrode/nl/photo.jpg");
    fs::write(&photo, "precious").expect("written");
    for day in [DAY, OTHER] {
        let refused = project.build(day, &[]);
        assert_eq!(refused.status.code(), Some(2));
        let said = text(&refused.stderr);
        assert!(said.contains("`duinrode/nl/photo.jpg`") && said.contains("--force"), "{said}");
        assert!(photo.exists());
        assert_eq!(project.beside(), [".public.state"]);
    }
    project.built(OTHER, &["--force"]);
    assert!(!photo.exists());
    assert!(project.site() == references()[1]);
}
