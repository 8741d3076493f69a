package org.biogloss.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.biogloss.registry.Models;

/// Where things lie on this machine.
///
/// @param home what comes with BioGloss: `models` and `sample-corpora`
/// @param own  the person's own folder: settings, projects, models for all projects
public record Places(Path home, Path own) {

    /// As the launcher's properties say: `biogloss.home`, and `biogloss.settings` for a settings file elsewhere than
    /// in `~/.biogloss`.
    public static Places here() {
        var home = Path.of(System.getProperty("biogloss.home", "."))
                .toAbsolutePath()
                .normalize();
        var settings = System.getProperty("biogloss.settings");
        var own = settings == null
                ? Path.of(System.getProperty("user.home"), ".biogloss")
                : Path.of(settings).toAbsolutePath().getParent();
        return new Places(home, own == null ? home : own);
    }

    public Path sampleCorpora() {
        return home.resolve("sample-corpora");
    }

    public Path shippedModels() {
        return home.resolve("models");
    }

    public Path ownModels() {
        return own.resolve("models");
    }

    /// Models that are being downloaded, until they are whole.
    public Path downloads() {
        return own.resolve("downloads");
    }

    /// Vocabularies that the person has trained or brought, a folder each.
    public Path vocabularies() {
        return own.resolve("vocabularies");
    }

    /// Terminologies that the person has added, an index in a folder each.
    public Path terminologies() {
        return own.resolve("terminologies");
    }

    /// Where the leaderboard's own rows lie: the person's before those that come with BioGloss.
    public List<Path> leaderboards() {
        return List.of(own.resolve("leaderboard"), shippedModels().resolve("leaderboard"));
    }

    public Path projects() {
        return own.resolve("projects");
    }

    /// The project that the first start makes from the sample corpora.
    public Path sampleProject() {
        return projects().resolve("sample");
    }

    /// Those of a project before a person's own, and those before what ships.
    public Models models(Path project) {
        return new Models(List.of(project.resolve("models"), ownModels(), shippedModels()));
    }

    public Models models() {
        return new Models(List.of(ownModels(), shippedModels()));
    }

    /// The files of the sample corpora that hold documents.
    public List<Path> sampleFiles() {
        var files = new ArrayList<Path>();
        for (var name : List.of("abstracts.jsonl", "trials.pubtator")) {
            var file = sampleCorpora().resolve(name);
            if (Files.exists(file)) files.add(file);
        }
        return files;
    }
}
