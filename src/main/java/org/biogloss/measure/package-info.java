/// How fast something is: what a benchmark is, and the form in which its figures come out.
///
/// Each package measures itself (a class named `…Benchmark` there); the command line finds them by name.
@NullMarked
package org.biogloss.measure;

import org.jspecify.annotations.NullMarked;
