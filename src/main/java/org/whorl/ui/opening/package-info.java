/** Opening networks from the gallery, from files and from the folders of runs. */
package org.whorl.ui.opening;
