package org.biogloss.workbench.review;

import java.util.List;
import org.biogloss.document.Span;

/// A place where a project contradicts itself, or seems to.
public sealed interface Finding {

    enum Kind {
        OTHER_TYPE,
        BOUNDARY,
        TWIN,
        NO_CONCEPT,
        OVERLAP,
        RELATION
    }

    Place place();

    Kind kind();

    /// What tells it from every other, for as long as nothing about it changes.
    default String key() {
        return kind() + " " + place().documentId() + " " + place().span() + " " + detail();
    }

    /// What the finding is about beside its place.
    String detail();

    /// The same string is mostly of another type.
    ///
    /// @param usual   the type that most of its mentions have
    /// @param of      how many mentions have that one
    /// @param same    how many have the type of this one
    record OtherType(Place place, String mentionId, String type, String usual, int of, int same) implements Finding {

        @Override
        public Kind kind() {
            return Kind.OTHER_TYPE;
        }

        @Override
        public String detail() {
            return type + " " + usual;
        }
    }

    /// An edge that is not as it is elsewhere.
    ///
    /// @param better    where the mention would end
    /// @param shorter   its text then
    /// @param elsewhere how often that text is a mention
    record Boundary(Place place, String mentionId, String type, Span better, String shorter, int elsewhere)
            implements Finding {

        @Override
        public Kind kind() {
            return Kind.BOUNDARY;
        }

        @Override
        public String detail() {
            return better.toString();
        }
    }

    /// What is a mention elsewhere, and bare here.
    ///
    /// @param concepts what its mentions have, where all agree
    /// @param labelled how often it is a mention in the project
    /// @param bare     how often it is not
    record Twin(Place place, String type, List<String> concepts, int labelled, int bare) implements Finding {

        @Override
        public Kind kind() {
            return Kind.TWIN;
        }

        @Override
        public String detail() {
            return type;
        }
    }

    /// A mention without concept of a type whose mentions have some.
    ///
    /// @param usual the concepts that the same text has elsewhere; empty where it has none, or several
    record NoConcept(Place place, String mentionId, String type, List<String> usual) implements Finding {

        @Override
        public Kind kind() {
            return Kind.NO_CONCEPT;
        }

        @Override
        public String detail() {
            return type;
        }
    }

    /// Two mentions of one type over some of the same text.
    ///
    /// @param mentionId the shorter one, at this place
    /// @param around    the text of the other
    record Overlap(Place place, String mentionId, String type, String otherId, String around) implements Finding {

        @Override
        public Kind kind() {
            return Kind.OVERLAP;
        }

        @Override
        public String detail() {
            return type + " " + around;
        }
    }

    /// A relation that ties what the schema does not let it tie.
    ///
    /// @param ends  the types that it ties, in words
    /// @param turns whether it would fit the other way round
    record BrokenRelation(Place place, String relationId, String type, String ends, boolean turns) implements Finding {

        @Override
        public Kind kind() {
            return Kind.RELATION;
        }

        @Override
        public String detail() {
            return type + " " + ends;
        }
    }
}
