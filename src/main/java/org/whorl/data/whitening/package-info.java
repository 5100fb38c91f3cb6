/** What is learned of the training images and done to every image before the network sees it. */
package org.whorl.data.whitening;
