package org.biogloss.registry.hub;

/// What a hub calls a model, as `dmis-lab/biobert-v1.1`, and which version of it.
///
/// @param path     an owner and a name, or a name alone
/// @param revision a branch, a tag or a commit
public record HubName(String path, String revision) {

    private static final String PART = "[A-Za-z0-9][A-Za-z0-9._-]{0,95}";
    private static final String NEWEST = "main";

    public HubName {
        if (!path.matches(PART + "(/" + PART + ")?") || path.contains("..")) {
            throw new IllegalArgumentException(
                    "\"" + path + "\" is no name of a model on a hub. A name looks like dmis-lab/biobert-v1.1.");
        }
        if (!revision.matches("[A-Za-z0-9._-]{1,100}")) {
            throw new IllegalArgumentException("\"" + revision + "\" is no version of a model.");
        }
    }

    /// As people write it: a name, perhaps with `@` and a version; or the address of the model's page.
    public static HubName of(String words) {
        var name = words.strip()
                .replaceFirst("^https?://[^/]+/", "")
                .replaceFirst("/(tree|blob|resolve)/([^/]+).*$", "@$2")
                .replaceFirst("/$", "");
        int at = name.indexOf('@');
        return at < 0 ? new HubName(name, NEWEST) : new HubName(name.substring(0, at), name.substring(at + 1));
    }

    /// What a folder for it alone may be called: names of two owners, or two versions of one, do not meet there.
    String folder() {
        return path.replace("/", "--") + "@" + revision;
    }

    /// The id the model gets here: lower case, without its owner.
    public String id() {
        return path.substring(path.indexOf('/') + 1).toLowerCase(java.util.Locale.ROOT);
    }
}
