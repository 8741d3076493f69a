/// How far layers agree, where they differ, and how two become one: the page Agree.
///
/// An [org.biogloss.ui.agree.AgreeDesk] gives the layers of the project, what they say, and the verbs that take one or
/// the other into gold; figures come from jobs, decisions go to the project one by one, as a person makes them.
@NullMarked
package org.biogloss.ui.agree;

import org.jspecify.annotations.NullMarked;
