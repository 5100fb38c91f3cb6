/** Lessons: sequences of states of the window with a few sentences each, read from JSON files that a teacher can edit. */
package org.whorl.ui.lesson;
